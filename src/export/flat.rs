//! Reads one flat JSON object back, as [`super::json`] writes it: names with words, numbers or lists of words. A whole reader
//! of JSON, and facts that are written once more for it, would weigh a good deal more in the page.

/// What stands behind a name.
#[derive(Debug, PartialEq)]
pub enum Value {
    /// A number, `true`, `false` or `null`, as it is written.
    Bare(String),
    /// Words, or the words of a list.
    Words(Vec<String>),
}

/// The names and values of an object, in order; of what is no such object, those before the fault.
pub fn read(object: &str) -> Vec<(String, Value)> {
    let mut rest = object.trim_start_matches('{');
    let mut found = Vec::new();
    while let Some(name) = words(&mut rest) {
        if !skip(&mut rest, ':') {
            break;
        }
        let value = match value(&mut rest) {
            Some(value) => value,
            None => break,
        };
        found.push((name, value));
        skip(&mut rest, ',');
    }
    found
}

fn skip(rest: &mut &str, sign: char) -> bool {
    let after = rest.strip_prefix(sign);
    *rest = after.unwrap_or(rest);
    after.is_some()
}

fn value(rest: &mut &str) -> Option<Value> {
    if !skip(rest, '[') {
        if rest.starts_with('"') {
            return Some(Value::Words(vec![words(rest)?]));
        }
        let end = rest.find([',', '}'])?;
        let (bare, after) = rest.split_at(end);
        *rest = after;
        return Some(Value::Bare(bare.to_owned()));
    }
    let mut list = Vec::new();
    while let Some(entry) = words(rest) {
        list.push(entry);
        skip(rest, ',');
    }
    skip(rest, ']').then_some(Value::Words(list))
}

/// The words between the next quotation marks.
fn words(rest: &mut &str) -> Option<String> {
    let mut chars = rest.strip_prefix('"')?.chars();
    let mut out = String::new();
    loop {
        match chars.next()? {
            '"' => break,
            '\\' => out.push(escaped(&mut chars)?),
            c => out.push(c),
        }
    }
    *rest = chars.as_str();
    Some(out)
}

fn escaped(chars: &mut std::str::Chars) -> Option<char> {
    Some(match chars.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        // The writer escapes control characters alone so, never half of a pair.
        'u' => char::from_u32((0..4).try_fold(0, |code, _| Some(code * 16 + chars.next()?.to_digit(16)?))?)?,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(words: &[&str]) -> Value {
        Value::Words(words.iter().map(|&words| words.to_owned()).collect())
    }

    #[test]
    fn an_object_is_read_back() {
        let written = serde_json::json!({"a": "x\"\\\n\u{1}é", "b": -12.5, "c": ["y", "z,]"], "d": [], "e": null});
        let found = read(&written.to_string());
        let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["a", "b", "c", "d", "e"]);
        assert_eq!(found[0].1, is(&["x\"\\\n\u{1}é"]));
        assert_eq!(found[1].1, Value::Bare("-12.5".into()));
        assert_eq!(found[2].1, is(&["y", "z,]"]));
        assert_eq!(found[3].1, is(&[]));
        assert_eq!(found[4].1, Value::Bare("null".into()));
    }

    #[test]
    fn what_is_no_object_ends_the_reading() {
        for broken in
            ["", "{", "{\"a\"", "{\"a\":", "{\"a\":\"x", "{\"a\":[\"x\"", "{\"a\":\"\\u00g0\"}", "[1]", "{\"a\":1"]
        {
            assert_eq!(read(broken), [], "{broken}");
        }
    }
}
