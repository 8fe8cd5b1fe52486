//! The licences of all that goes into the wasm, by Cargo's own account.

use std::process::Command;

use serde_json::{Value, json};

/// Licences that may be shipped with the package; of those joined by OR one is enough.
const KNOWN: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
    "0BSD",
    "BSL-1.0",
    "CC0-1.0",
];

/// The crates that `package` is made of in wasm, its own workspace aside: `{name, version, licence}` in order. An error
/// where a licence is none of the known ones.
pub fn of_package(package: &str) -> Result<Value, String> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(["metadata", "--format-version", "1", "--filter-platform", "wasm32-unknown-unknown"]);
    let output = command.output().map_err(|error| format!("cargo does not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("cargo metadata failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    let graph: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("cargo metadata: {error}"))?;
    listed(&graph, package)
}

fn listed(graph: &Value, package: &str) -> Result<Value, String> {
    let packages = graph["packages"].as_array().ok_or("cargo metadata names no packages")?;
    let nodes = graph["resolve"]["nodes"].as_array().ok_or("cargo metadata resolves nothing")?;
    let of = |id: &Value| packages.iter().find(|one| one["id"] == *id);
    let root = packages.iter().find(|one| one["name"] == package).ok_or_else(|| format!("no package {package}"))?;
    let (mut reached, mut open) = (Vec::new(), vec![root["id"].clone()]);
    while let Some(id) = open.pop() {
        if reached.contains(&id) {
            continue;
        }
        let node = nodes.iter().find(|node| node["id"] == id);
        let links = node.and_then(|node| node["deps"].as_array()).into_iter().flatten();
        let ships = |link: &&Value| {
            let kinds = link["dep_kinds"].as_array().into_iter().flatten();
            kinds.into_iter().any(|kind| kind["kind"].is_null())
        };
        open.extend(links.filter(ships).map(|link| link["pkg"].clone()));
        reached.push(id);
    }
    let mut rows = Vec::new();
    // What has no source is the workspace's own.
    for one in reached.iter().filter_map(of).filter(|one| !one["source"].is_null()) {
        let licence = one["license"].as_str().unwrap_or_default();
        if !is_known(licence) {
            return Err(format!("{} has the licence “{licence}”, which is none of the known ones", one["name"]));
        }
        rows.push((
            one["name"].to_string(),
            json!({"name": one["name"], "version": one["version"], "licence": licence}),
        ));
    }
    rows.sort_by(|one, other| one.0.cmp(&other.0));
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// Whether every part that AND asks for has one of the known licences to choose.
fn is_known(licence: &str) -> bool {
    let plain = licence.replace(['(', ')'], "").replace('/', " OR ");
    !plain.is_empty() && plain.split(" AND ").all(|part| part.split(" OR ").any(|one| KNOWN.contains(&one.trim())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_licence_expressions() {
        for good in
            ["MIT", "MIT OR Apache-2.0", "Unlicense/MIT", "(MIT OR Apache-2.0) AND Unicode-3.0", "GPL-3.0 OR MIT"]
        {
            assert!(is_known(good), "{good}");
        }
        for bad in ["", "GPL-3.0", "MIT AND GPL-3.0"] {
            assert!(!is_known(bad), "{bad}");
        }
    }

    #[test]
    fn walks_what_ships_and_nothing_else() {
        let dep = |id: &str, kind: Value| json!({"pkg": id, "dep_kinds": [{"kind": kind}]});
        let graph = json!({
            "packages": [
                {"id": "a", "name": "a", "version": "1", "license": "MIT", "source": null},
                {"id": "b", "name": "b", "version": "2", "license": "MIT", "source": "registry"},
                {"id": "c", "name": "c", "version": "3", "license": "GPL-3.0", "source": "registry"}
            ],
            "resolve": {"nodes": [
                {"id": "a", "deps": [dep("b", Value::Null), dep("c", json!("dev"))]},
                {"id": "b", "deps": []},
                {"id": "c", "deps": []}
            ]}
        });
        assert_eq!(listed(&graph, "a"), Ok(json!([{"name": "b", "version": "2", "licence": "MIT"}])));
        assert!(listed(&graph, "z").is_err());
    }
}
