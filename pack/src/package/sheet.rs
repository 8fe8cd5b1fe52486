//! Turns the page's styles into those of the element: what the page says of its root, the element says of the root in its
//! shadow; and every colour and face can be set from outside by a custom property.

/// The styles of the page that the element needs too, in their order, in `web/styles`.
pub const SHEETS: [&str; 7] =
    ["tokens.css", "controls.css", "article.css", "fact.css", "digest.css", "findings.css", "charts.css"];

/// How the page's root is called, and what stands for it in the element.
const ROOTS: [(&str, &str); 3] = [(":root", ".tiyao"), ("html", ".tiyao"), ("body", ".tiyao")];

/// The page's style sheet as one of the element.
pub fn of_element(sheet: &str) -> String {
    let mut out = String::with_capacity(sheet.len());
    for line in sheet.lines() {
        let line = settable(line).unwrap_or_else(|| in_shadow(line));
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// A selector's line that names the page's root, for the shadow.
fn in_shadow(line: &str) -> String {
    let selects = line.ends_with('{') || line.ends_with(',');
    let found = ROOTS.iter().filter(|_| selects && !line.trim_start().starts_with('@')).find_map(|(page, own)| {
        let rest = line.trim_start().strip_prefix(page)?;
        let indent = &line[..line.len() - line.trim_start().len()];
        rest.starts_with([' ', ':', '[', ',']).then(|| format!("{indent}{own}{rest}"))
    });
    found.unwrap_or_else(|| line.to_owned())
}

/// A custom property whose value the host may give instead: `--ink: #000;` asks for `--tiyao-ink` first.
fn settable(line: &str) -> Option<String> {
    let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
    let value = value.strip_suffix(';')?;
    Some(format!("  --{name}: var(--tiyao-{name}, {value});"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The sheets of what only the page has.
    const OF_THE_PAGE: [&str; 4] = ["layout.css", "library.css", "corpus.css", "print.css"];

    #[test]
    fn each_sheet_is_the_element_s_or_the_page_s_alone() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../web/styles");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        let mut there: Vec<_> = files.collect();
        let mut known = [&SHEETS[..], &OF_THE_PAGE].concat();
        there.sort();
        known.sort();
        assert_eq!(there, known);
    }

    #[test]
    fn roots_become_the_shadow_s() {
        let sheet = ":root {\n  --ink: #000;\n}\n:root:not([data-theme=\"light\"]) {\n}\nhtml:lang(zh-Hant) {\n}\nbody {\n  margin: 0;\n}\n";
        let own = of_element(sheet);
        assert!(own.starts_with(".tiyao {\n  --ink: var(--tiyao-ink, #000);\n}\n.tiyao:not([data-theme=\"light\"]) {"));
        assert!(own.contains(".tiyao:lang(zh-Hant) {") && !own.contains("body") && !own.contains("html"));
    }

    #[test]
    fn other_lines_stay() {
        let sheet = "@media (max-width: 699px) {\n  .htmlish,\n  td.value {\n    color: var(--ink);\n  }\n}\n";
        assert_eq!(of_element(sheet), sheet);
    }
}
