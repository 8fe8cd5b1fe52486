//! Writes the two pages: the served one with its policy, and the one file.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::markup::{Tag, replaced, tags};
use crate::policy;

/// Starts the page from the wasm that stands in the script itself. An older browser is told so in words.
const START: &str = include_str!("start.js");

/// The tag that each policy follows: a policy counts only for what stands after it.
const CHARSET: &str = "<meta charset=\"utf-8\" />";

/// Trunk's page with a policy that allows what stands beside it and its own bootstrap, nothing else.
pub fn served(html: &str) -> Result<String, String> {
    let script = module(html)?;
    with_policy(html, &policy::of_served(script.inner))
}

/// The page as one file: styles, glue and gzipped wasm inside, no module, no address of anything.
pub fn one_file(html: &str, dist: &Path, glue: &str, wasm: &[u8]) -> Result<String, String> {
    let script = start(glue, wasm)?;
    let links: Vec<_> = tags(html, "link", false).into_iter().filter(|link| !is_icon(link)).collect();
    let mut style = String::new();
    for sheet in links.iter().filter(|link| link.attribute("rel") == Some("stylesheet")) {
        let href = sheet.attribute("href").ok_or("a stylesheet has no address")?;
        style.push_str(&crate::read_text(&dist.join(href.trim_start_matches("./").trim_start_matches('/')))?);
    }
    if style.contains("</style") || style.contains("url(") || style.contains("@import") {
        return Err("a stylesheet names an address or closes its own tag".into());
    }
    let mut parts: Vec<_> = links.iter().map(|link| (link.range.clone(), String::new())).collect();
    parts.push((module(html)?.range, String::new()));
    parts.sort_by_key(|(range, _)| range.start);
    let html = with_policy(&replaced(html, &parts), &policy::of_one_file(&script, &style))?;
    let head = html.find("</head>").ok_or("the page has no head")?;
    let html = replaced(&html, &[(head..head, format!("<style>{style}</style>\n"))]);
    let body = html.rfind("</body>").ok_or("the page has no body")?;
    Ok(replaced(&html, &[(body..body, format!("<script>{script}</script>\n"))]))
}

fn start(glue: &str, wasm: &[u8]) -> Result<String, String> {
    if glue.contains("</script") || glue.contains("<!--") {
        return Err("the glue would close its own tag".into());
    }
    Ok(format!("{glue}\n{}", START.replace("WASM", &STANDARD.encode(wasm))))
}

fn is_icon(link: &Tag) -> bool {
    link.attribute("rel") == Some("icon")
}

fn module(html: &str) -> Result<Tag<'_>, String> {
    let mut scripts = tags(html, "script", true);
    match scripts.len() {
        1 => Ok(scripts.remove(0)),
        count => Err(format!("Trunk's page has {count} scripts where one is expected")),
    }
}

fn with_policy(html: &str, policy: &str) -> Result<String, String> {
    let at = html.find(CHARSET).ok_or("the page does not state its charset")? + CHARSET.len();
    Ok(replaced(html, &[(at..at, format!("\n    {policy}"))]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TRUNK: &str = "<!doctype html><html><head><meta charset=\"utf-8\" /><link rel=\"icon\" href=\"data:,\" />\
        <link rel=\"stylesheet\" href=\"./a.css\"/><link rel=\"modulepreload\" href=\"./a.js\"/>\
        <script type=\"module\">import init from './a.js';</script></head><body></body></html>";

    #[test]
    fn one_file_names_no_address_and_allows_its_script() {
        let dist = std::env::temp_dir().join(format!("tiyao-pack-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        std::fs::write(dist.join("a.css"), "p{color:red}").unwrap();
        let html = one_file(TRUNK, &dist, "let wasm_bindgen;", b"bytes").unwrap();
        std::fs::remove_dir_all(&dist).unwrap();
        assert!(!html.contains("a.js") && !html.contains("a.css") && !html.contains("type=\"module\""));
        let script = tags(&html, "script", true).remove(0).inner.to_owned();
        assert!(script.contains(&STANDARD.encode(b"bytes")));
        assert!(html.contains(&policy::hash(&script)) && html.contains(&policy::hash("p{color:red}")));
    }

    #[test]
    fn refuses_glue_that_closes_its_tag() {
        assert!(start("'</script>'", b"").is_err());
    }

    #[test]
    fn served_page_allows_its_bootstrap() {
        let html = served(TRUNK).unwrap();
        assert!(html.contains(&policy::hash("import init from './a.js';")));
        assert!(html.find(policy::MARK) < html.find("<link"));
    }
}
