//! Joins the element's modules into one classic script: it runs where modules do not, from any folder, and one hash
//! covers all of it. It knows the few forms of import and export that `embed/js` and wasm-bindgen use.

/// Gives the text of the module of that name.
pub type Library<'a> = &'a dyn Fn(&str) -> Result<String, String>;

/// The script that does what the module `entry` does.
pub fn classic(entry: &str, library: Library) -> Result<String, String> {
    let (mut done, mut open, mut out) = (Vec::new(), Vec::new(), String::from("(() => {\n\"use strict\";\n"));
    join(entry, library, &mut open, &mut done, &mut out)?;
    out.push_str("})();\n");
    if out.contains("import.meta") {
        return Err(format!("{entry} asks for import.meta, which a classic script has not"));
    }
    Ok(out)
}

fn join(
    name: &str,
    library: Library,
    open: &mut Vec<String>,
    done: &mut Vec<String>,
    out: &mut String,
) -> Result<(), String> {
    if done.iter().any(|one| one == name) {
        return Ok(());
    }
    if open.iter().any(|one| one == name) {
        return Err(format!("{name} imports itself in a circle"));
    }
    open.push(name.to_owned());
    let module = Module::of(name, &library(name)?)?;
    for (from, _) in &module.imports {
        join(from, library, open, done, out)?;
    }
    open.pop();
    done.push(name.to_owned());
    out.push_str(&module.wrapped(name));
    Ok(())
}

/// A module in its parts.
struct Module {
    /// The other modules, each with the names that are taken from it.
    imports: Vec<(String, String)>,
    /// What it gives: `name` or `name: own`.
    exports: Vec<String>,
    body: String,
}

impl Module {
    fn of(name: &str, text: &str) -> Result<Self, String> {
        let mut found = Self { imports: Vec::new(), exports: Vec::new(), body: String::new() };
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("import ") {
                let mut whole = line.to_owned();
                while !whole.contains(';') {
                    whole.push_str(lines.next().ok_or_else(|| format!("{name}: an import has no end"))?);
                }
                found
                    .imports
                    .push(import(&whole).ok_or_else(|| format!("{name}: an unknown form of import: {whole}"))?);
            } else if let Some(rest) = line.strip_prefix("export ") {
                found.export(rest).ok_or_else(|| format!("{name}: an unknown form of export: {line}"))?;
            } else if !line.trim_start().starts_with("//") {
                found.line(line);
            }
        }
        Ok(found)
    }

    fn line(&mut self, line: &str) {
        self.body.push_str(line);
        self.body.push('\n');
    }

    fn export(&mut self, rest: &str) -> Option<()> {
        if let Some(names) = rest.strip_prefix('{') {
            for name in names.strip_suffix("};")?.split(',').map(str::trim).filter(|name| !name.is_empty()) {
                let (own, given) = name.split_once(" as ").unwrap_or((name, name));
                self.exports.push(format!("{given}: {own}"));
            }
            return Some(());
        }
        let name =
            ["async function ", "function ", "class ", "const "].iter().find_map(|word| rest.strip_prefix(word))?;
        let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '$')?;
        self.exports.push(name[..end].to_owned());
        self.line(rest);
        Some(())
    }

    fn wrapped(&self, name: &str) -> String {
        let mut out = format!("const {} = (() => {{\n", variable(name));
        for (from, names) in self.imports.iter().filter(|(_, names)| !names.is_empty()) {
            out.push_str(&format!("const {{{names}}} = {};\n", variable(from)));
        }
        out.push_str(&self.body);
        out.push_str(&format!("return {{ {} }};\n}})();\n", self.exports.join(", ")));
        out
    }
}

/// The module that a line imports from, and the names.
fn import(line: &str) -> Option<(String, String)> {
    let rest = line.strip_prefix("import ")?.trim_end().strip_suffix(';')?;
    let (names, from) = rest.rsplit_once(" from ").unwrap_or(("{}", rest));
    let names = names.trim().strip_prefix('{')?.strip_suffix('}')?.trim().replace(" as ", ": ");
    let from = from.trim().strip_prefix("\"./")?.strip_suffix('"')?;
    Some((from.to_owned(), names))
}

fn variable(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("module_{plain}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(modules: &[(&str, &str)]) -> Result<String, String> {
        let library = |name: &str| {
            let found = modules.iter().find(|(other, _)| *other == name);
            found.map(|(_, text)| (*text).to_owned()).ok_or_else(|| format!("no {name}"))
        };
        classic(modules[0].0, &library)
    }

    #[test]
    fn joins_modules_in_the_order_that_they_need() {
        let script = joined(&[
            (
                "a.js",
                "import { one, two as second } from \"./b.js\";\nimport \"./c.js\";\n// aside\nuse(one, second);\n",
            ),
            ("b.js", "export const one = 1;\nfunction own() {}\nexport { own as two };\n"),
            ("c.js", "import {\n  one,\n} from \"./b.js\";\nexport async function late() {}\n"),
        ]);
        let script = script.expect("a script");
        let at = |words: &str| script.find(words).unwrap_or_else(|| panic!("{words} in {script}"));
        assert!(at("const one = 1") < at("async function late") && at("async function late") < at("use(one, second)"));
        assert!(
            script.contains("return { one, two: own };") && script.contains("const {one, two: second} = module_b_js;")
        );
        assert!(!script.contains("export ") && !script.contains("import ") && !script.contains("aside"));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(joined(&[("a.js", "import x from \"./b.js\";\n")]).is_err());
        assert!(joined(&[("a.js", "export default 1;\n")]).is_err());
        assert!(joined(&[("a.js", "use(import.meta.url);\n")]).is_err());
        assert!(joined(&[("a.js", "import { b } from \"./a.js\";\n")]).is_err());
    }
}
