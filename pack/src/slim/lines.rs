//! Takes out of scripts and styles what is there for those who read them only: comments, indentation, empty lines. It packs
//! well, but takes room in the 32 KB over which gzip looks back: a tenth of what stands beside the wasm in the one file.

/// A script as wasm-bindgen writes it, without its comments and indentation. Lines stay lines, as statements may end with
/// them. A script with a text over several lines stays as it is, since blanks count there.
pub fn of_script(script: &str) -> String {
    if script.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return script.to_owned();
    }
    let mut told = false;
    let mut kept = String::with_capacity(script.len());
    for line in script.lines().map(str::trim) {
        told |= line.starts_with("/*");
        if !told && !line.is_empty() && !line.starts_with("//") {
            kept.push_str(line);
            kept.push('\n');
        }
        told &= !line.ends_with("*/");
    }
    kept
}

/// A style sheet of the project without its comments and indentation.
pub fn of_styles(styles: &str) -> String {
    let mut parts = styles.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_loses_what_is_not_run() {
        let script = "let a = (function() {\n    /**\n     * Says it.\n     */\n    const b = '/* no comment */';\n\n    \
                      // Why.\n    return b // more\n})();\n";
        assert_eq!(
            of_script(script),
            "let a = (function() {\nconst b = '/* no comment */';\nreturn b // more\n})();\n"
        );
    }

    #[test]
    fn a_text_over_several_lines_keeps_its_blanks() {
        let script = "const a = `one\n    two`;\n";
        assert_eq!(of_script(script), script);
        assert_eq!(of_script("    f(`a ${b}`);\n"), "f(`a ${b}`);\n");
    }

    #[test]
    fn styles_lose_comments_and_indentation() {
        let styles = "/* All\n   of it. */\np {\n  color: red; /* why */\n}\n\nq { margin: 0 }\n";
        assert_eq!(of_styles(styles), "p {\ncolor: red;\n}\nq { margin: 0 }\n");
    }
}
