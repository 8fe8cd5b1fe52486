//! A server of one folder, on loopback only.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};

/// Serves `dist` until the process ends. Where `port` is taken, the next free one of the ten after it.
pub fn serve(dist: &Path, port: u16) -> Result<(), String> {
    if !dist.join("index.html").is_file() {
        return Err(format!("{} holds no page: build it first", dist.display()));
    }
    let listener = (port..=port.saturating_add(10))
        .find_map(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).ok())
        .ok_or_else(|| format!("no free port from {port} on"))?;
    let address = listener.local_addr().map_err(|error| error.to_string())?;
    println!("http://{address}/");
    for stream in listener.incoming().flatten() {
        let dist = dist.to_owned();
        // A browser that goes away in the middle of an answer is no failure of ours.
        std::thread::spawn(move || answer(stream, &dist).ok());
    }
    Ok(())
}

fn answer(mut stream: TcpStream, dist: &Path) -> std::io::Result<()> {
    let mut reader = BufReader::new(&stream);
    let mut request = String::new();
    reader.read_line(&mut request)?;
    let mut header = String::new();
    let mut gzip = false;
    while reader.read_line(&mut header)? > 2 {
        gzip |= takes_gzip(&header);
        header.clear();
    }
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let found = inside(dist, target).and_then(|path| Some((kind(&path), contents(&path, gzip)?)));
    let (status, kind, (encoding, body)) = match found {
        _ if method != "GET" && method != "HEAD" => ("405 Method Not Allowed", "text/plain", ("", Vec::new())),
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", ("", Vec::new())),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{encoding}Cache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    Ok(())
}

/// Whether a header says that the browser reads gzip.
fn takes_gzip(header: &str) -> bool {
    let header = header.to_ascii_lowercase();
    header.strip_prefix("accept-encoding:").is_some_and(|names| names.split(',').any(|name| name.trim() == "gzip"))
}

/// What a file holds: the gzipped file beside it where there is one and the browser reads it, with the header for that.
fn contents(path: &Path, gzip: bool) -> Option<(&'static str, Vec<u8>)> {
    let mut packed = path.as_os_str().to_owned();
    packed.push(".gz");
    if gzip && let Ok(body) = std::fs::read(packed) {
        return Some(("Content-Encoding: gzip\r\n", body));
    }
    Some(("", std::fs::read(path).ok()?))
}

/// The file in `dist` that an address names; none where the address leads out of it.
fn inside(dist: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(if path.is_empty() { "index.html" } else { path });
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    plain.then(|| dist.join(path))
}

fn kind(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside_the_folder() {
        let dist = Path::new("dist");
        assert_eq!(inside(dist, "/"), Some(dist.join("index.html")));
        assert_eq!(inside(dist, "/a.js?x=1"), Some(dist.join("a.js")));
        assert_eq!(inside(dist, "/../Cargo.toml"), None);
        assert_eq!(inside(dist, "/a/../../Cargo.toml"), None);
        assert_eq!(inside(dist, "//etc/passwd"), Some(dist.join("etc/passwd")));
    }

    #[test]
    fn sends_gzip_where_it_is_read() {
        assert!(takes_gzip("Accept-Encoding: br, gzip\r\n"));
        assert!(!takes_gzip("Accept-Encoding: gzip;q=0\r\n") && !takes_gzip("Accept: gzip\r\n"));
    }
}
