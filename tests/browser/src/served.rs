//! The project's own server on loopback.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::LazyLock;

use crate::{built, dist, top};

/// A running server; it ends with this value.
pub struct Served {
    process: Child,
    /// The page's address, with a `/` at its end.
    pub address: String,
}

impl Served {
    /// Serves the build on a free port.
    pub fn start() -> Self {
        built("index.html");
        let packer = built_packer();
        let mut process = Command::new(packer)
            .arg("serve")
            .arg(dist())
            .args(["--port", "0"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let mut address = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut address).expect("the server's address");
        Self { process, address: address.trim().to_owned() }
    }
}

/// Builds the packer where it is not built yet, and says where it lies.
fn built_packer() -> &'static str {
    static PACKER: LazyLock<String> = LazyLock::new(build_packer);
    &PACKER
}

fn build_packer() -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--release", "-p", "tiyao-pack", "--message-format", "json"])
        .current_dir(top())
        .stderr(Stdio::null())
        .output()
        .expect("cargo runs");
    let lines = String::from_utf8_lossy(&built.stdout).into_owned();
    lines
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .find_map(|message| message["executable"].as_str().map(str::to_owned))
        .expect("cargo builds tiyao-pack")
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
