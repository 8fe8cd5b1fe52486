//! Writes the two pages: the served one and the one file. Both hold the same scripts; only where the programs' wasm comes
//! from is another.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::markup::{Tag, replaced, tags};
use crate::{install, policy, size, slim};

/// Starts the page from its wasm. An older browser is told so in words.
const START: &str = include_str!("start.js");

/// What a worker does with the same program.
const WORKER: &str = include_str!("worker.js");

/// What the one file says when nothing of it has started after some seconds: a file that is cut off or changed runs no
/// script, so styles alone must say it.
const LATE: &str = "<p id=\"late\">提要打不开：这个文件可能不完整，请重新取得。 Tiyao does not open: \
    this file may be incomplete, please get it anew.</p>";

/// What the one file is styled with until its styles are unpacked: only what a browser without scripts is told is seen,
/// and later [`LATE`].
const HIDDEN: &str = "html{visibility:hidden}noscript{visibility:visible}#late{animation:late 0s 8s forwards}\
    @keyframes late{to{visibility:visible}}body:has(noscript>p) #late{display:none}";

/// What its styles end with.
const SHOWN: &str = "html{visibility:visible}#late{display:none}";

/// The tag that each policy follows: a policy counts only for what stands after it.
const CHARSET: &str = "<meta charset=\"utf-8\" />";

/// The tag that what is shown follows.
const BODY: &str = "<body>";

/// What binds a program to its page.
pub struct Glue {
    /// The script.
    pub script: String,
    /// What the script calls the program.
    pub bound: &'static str,
}

/// A program of the page.
pub struct Program {
    /// How the start script calls it; the first is `page`.
    pub name: &'static str,
    /// What binds it; `later`, a part of the page's program, has none of its own.
    pub glue: Option<Glue>,
    /// Its wasm, gzipped.
    pub packed: Vec<u8>,
    /// The file of its wasm beside the served page.
    pub file: String,
}

/// Trunk's page with the programs' wasm beside it, and a policy that allows this and nothing else.
pub fn served(html: &str, programs: &[Program]) -> Result<String, String> {
    let fetched = |program: &Program| format!("fetched(\"./{}\")", program.file);
    let mut scripts = glue(programs)?;
    scripts.push(start(programs, include_str!("fetch.js"), fetched, "", install::START));
    let html = without_trunk(html, |link| !is_icon(link) && link.attribute("rel") != Some("stylesheet"))?;
    let html = with_link(&html)?;
    let inner: Vec<&str> = scripts.iter().map(|(_, inner)| inner.as_str()).collect();
    with_scripts(&with_policy(&html, &policy::of_served(&inner))?, &scripts)
}

/// The page as one file: styles, glue and gzipped wasm inside, no address of anything. Its frame stands as it is; what
/// the page needs besides is packed as the wasm is, and the frame is not seen before its styles are there.
pub fn one_file(html: &str, dist: &Path, programs: &[Program]) -> Result<String, String> {
    let style = style(html, dist)? + SHOWN;
    let html = without_trunk(html, |link| !is_icon(link))?;
    let templates = tags(&html, "template", true);
    let mut packed = format!("<style>{style}</style>");
    templates.iter().for_each(|template| packed.push_str(&html[template.range.clone()]));
    let left_out: Vec<_> = templates.iter().map(|template| (template.range.clone(), String::new())).collect();
    let html = replaced(&html, &left_out);

    let glue = glue(programs)?;
    packed.push_str(&in_tags(&glue));
    let packed = STANDARD.encode(size::gzip(packed.as_bytes())?);
    let inside = |program: &Program| format!("() => unpacked(\"{}\")", STANDARD.encode(&program.packed));
    let first = include_str!("spread.js").replace("PACKED", &format!("\"{packed}\""));
    let start = start(programs, include_str!("unpack.js"), inside, &first, "");

    let scripts: Vec<&str> = glue.iter().chain([&start]).map(|(_, inner)| inner.as_str()).collect();
    let html = with_policy(&html, &policy::of_one_file(&scripts, &[HIDDEN, &style]))?;
    let head = html.find("</head>").ok_or("the page has no head")?;
    let body = html.find(BODY).ok_or("the page has no body")? + BODY.len();
    let first = [(head..head, format!("<style>{HIDDEN}</style>\n")), (body..body, LATE.to_owned())];
    with_scripts(&replaced(&html, &first), &[start])
}

/// The styles of Trunk's page, joined.
fn style(html: &str, dist: &Path) -> Result<String, String> {
    let mut style = String::new();
    for sheet in tags(html, "link", false).iter().filter(|link| link.attribute("rel") == Some("stylesheet")) {
        let href = sheet.attribute("href").ok_or("a stylesheet has no address")?;
        style.push_str(&crate::read_text(&dist.join(href.trim_start_matches("./").trim_start_matches('/')))?);
    }
    if style.contains("</style") || style.contains("url(") || style.contains("@import") {
        return Err("a stylesheet names an address or closes its own tag".into());
    }
    Ok(slim::styles_without_comments(&style))
}

/// A script of the page: the name of its element, and what stands in it.
type Script = (String, String);

/// The glue of each program.
fn glue(programs: &[Program]) -> Result<Vec<Script>, String> {
    let mut scripts = Vec::new();
    for (name, glue) in programs.iter().filter_map(|program| Some((program.name, program.glue.as_ref()?))) {
        if glue.script.contains("</script") || glue.script.contains("<!--") {
            return Err("the glue would close its own tag".into());
        }
        scripts.push((format!("glue-{name}"), glue.script.clone()));
    }
    Ok(scripts)
}

/// The script that starts the programs. `source` says how wasm is got, `wasm` calls it for a program; `first` is done
/// before any starts, `last` when all have started.
fn start(programs: &[Program], source: &str, wasm: impl Fn(&Program) -> String, first: &str, last: &str) -> Script {
    let mut known = format!("{source}  const programs = {{\n");
    for program in programs {
        let bind = program.glue.as_ref().map(|glue| format!("bind: () => {}, ", glue.bound)).unwrap_or_default();
        known.push_str(&format!("    {}: {{ {bind}bytes: {} }},\n", program.name, wasm(program)));
    }
    known.push_str("  };");
    let start = START.replace("WORKER", &format!("`{WORKER}`")).replace("/* programs */", &known);
    ("start".into(), start.replace("/* first */", first).replace("/* last */", last))
}

fn in_tags(scripts: &[Script]) -> String {
    scripts.iter().map(|(id, inner)| format!("<script id=\"{id}\">{inner}</script>\n")).collect()
}

/// The page without Trunk's own start and the links that are not wanted.
fn without_trunk(html: &str, unwanted: impl Fn(&Tag) -> bool) -> Result<String, String> {
    let links = tags(html, "link", false).into_iter().filter(unwanted);
    let mut parts: Vec<_> = links.map(|link| (link.range, String::new())).collect();
    parts.push((module(html)?.range, String::new()));
    parts.sort_by_key(|(range, _)| range.start);
    Ok(replaced(html, &parts))
}

fn with_scripts(html: &str, scripts: &[Script]) -> Result<String, String> {
    let body = html.rfind("</body>").ok_or("the page has no body")?;
    Ok(replaced(html, &[(body..body, in_tags(scripts))]))
}

fn is_icon(link: &Tag) -> bool {
    link.attribute("rel") == Some("icon")
}

fn module(html: &str) -> Result<Tag<'_>, String> {
    let mut scripts = tags(html, "script", true);
    match scripts.len() {
        1 if scripts[0].inner.contains("import") => Ok(scripts.remove(0)),
        1 => Err("the script of Trunk's page is not its start".into()),
        count => Err(format!("Trunk's page has {count} scripts where one is expected")),
    }
}

/// The page with the manifest of the app that it can be installed as.
fn with_link(html: &str) -> Result<String, String> {
    let head = html.find("</head>").ok_or("the page has no head")?;
    Ok(replaced(html, &[(head..head, format!("{}\n", install::LINK))]))
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
        <script type=\"module\">import init from './a.js';</script></head><body><p>frame</p>\
        <template id=\"help\">guide</template></body></html>";

    fn page(glue: &str) -> [Program; 1] {
        [Program {
            name: "page",
            glue: Some(Glue { script: glue.into(), bound: "wasm_bindgen" }),
            packed: b"bytes".to_vec(),
            file: "page.wasm".into(),
        }]
    }

    fn hashes_every_script(html: &str) {
        for script in tags(html, "script", true) {
            assert!(html.contains(&policy::hash(script.inner)));
        }
    }

    #[test]
    fn one_file_names_no_address_and_allows_its_scripts() {
        let dist = std::env::temp_dir().join(format!("tiyao-pack-{}", std::process::id()));
        std::fs::create_dir_all(&dist).unwrap();
        std::fs::write(dist.join("a.css"), "p{color:red}").unwrap();
        let html = one_file(TRUNK, &dist, &page("let wasm_bindgen;")).unwrap();
        std::fs::remove_dir_all(&dist).unwrap();
        assert!(!html.contains("a.js") && !html.contains("a.css") && !html.contains("type=\"module\""));
        assert!(!html.contains("page.wasm") && !html.contains("fetch("));
        assert!(!html.contains("serviceWorker") && !html.contains("manifest"));
        assert!(html.contains(&STANDARD.encode(b"bytes")));
        assert!(html.contains("frame") && !html.contains("guide") && !html.contains("let wasm_bindgen;"));
        hashes_every_script(&html);
        for hashed in ["let wasm_bindgen;", HIDDEN, &format!("p{{color:red}}\n{SHOWN}")] {
            assert!(html.contains(&policy::hash(hashed)), "{hashed}");
        }
    }

    #[test]
    fn refuses_glue_that_closes_its_tag() {
        assert!(served(TRUNK, &page("'</script>'")).is_err());
    }

    #[test]
    fn served_page_allows_its_scripts_only() {
        let html = served(TRUNK, &page("let wasm_bindgen;")).unwrap();
        assert!(!html.contains("a.js") && html.contains("a.css") && html.contains("./page.wasm"));
        hashes_every_script(&html);
        assert!(html.find(policy::MARK) < html.find("<link"));
    }
}
