//! Runs the command as a reader does.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const SEED: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/huaian-2017.txt");
const OTHER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../seeds/chongqing-2022.txt");

/// What the command printed and how it ended.
struct Run {
    out: String,
    err: String,
    code: i32,
}

fn run(arguments: &[&str]) -> Run {
    run_in(Path::new("."), arguments, b"", "en_GB.UTF-8")
}

fn run_in(folder: &Path, arguments: &[&str], input: &[u8], locale: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tiyao"));
    command.args(arguments).current_dir(folder).env_remove("LC_MESSAGES").env("LC_ALL", locale);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the command");
    child.stdin.take().expect("its input").write_all(input).expect("input is taken");
    let Output { status, stdout, stderr } = child.wait_with_output().expect("an end");
    Run {
        out: String::from_utf8(stdout).expect("UTF-8"),
        err: String::from_utf8(stderr).expect("UTF-8"),
        code: status.code().expect("a status"),
    }
}

fn json(words: &str) -> Value {
    serde_json::from_str(words).unwrap_or_else(|error| panic!("{error}: {words}"))
}

/// A folder with these files.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
    folder
}

#[test]
fn every_format_writes_one_text() {
    for (format, start, holds) in [
        ("text", "", "SHA-256 of the text"),
        ("json", "{\"schema\":\"tiyao/1\"", "\"coverage\""),
        ("csv", "\u{feff}document,article,kind,quote,value,high", ""),
        ("markdown", "# ", "## Coverage"),
        ("html", "<!doctype html>\n<html lang=\"en\">", "</html>\n"),
        ("annotations", "{\"@context\"", "AnnotationPage"),
        ("marks", "{\"id\"", "\"folded\""),
    ] {
        let run = run(&["--format", format, SEED]);
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{format}");
        assert!(run.out.starts_with(start) && run.out.contains(holds), "{format}: {:.300}", run.out);
        assert!(!run.out.contains('\u{1b}'), "{format}: no colour without a terminal");
    }
    for line in run(&["--format", "ndjson", SEED]).out.lines() {
        assert_eq!(json(line)["document"], SEED);
    }
}

#[test]
fn several_texts_are_joined_as_each_format_joins() {
    let digests = json(&run(&["--format", "json", SEED, OTHER]).out);
    let names: Vec<&Value> = digests.as_array().expect("an array").iter().map(|one| &one["source"]["name"]).collect();
    assert_eq!(names, [SEED, OTHER]);
    assert_eq!(json(&run(&["--format", "annotations", SEED, OTHER]).out).as_array().map(Vec::len), Some(2));
    for (format, once) in [("csv", "document,article"), ("html", "<!doctype"), ("html", "</html>")] {
        assert_eq!(run(&["--format", format, SEED, OTHER]).out.matches(once).count(), 1, "{format} {once}");
    }
    assert_eq!(run(&["--format", "html", SEED, OTHER]).out.matches("<main ").count(), 2);
    assert_eq!(run(&["--format", "marks", SEED, OTHER]).out.lines().count(), 2);
    assert_eq!(run(&["--format", "markdown", SEED, OTHER]).out.matches("## Coverage").count(), 2);
}

#[test]
fn standard_input_is_read_with_and_without_a_name() {
    for arguments in [&["--format", "json", "-"][..], &["--format", "json"]] {
        let run = run_in(Path::new("."), arguments, "2017年,全市刑事案件4.8万起。".as_bytes(), "C");
        assert_eq!(json(&run.out)["source"]["characters"], 18);
        assert_eq!((run.code, json(&run.out)["source"]["name"].as_str()), (0, Some("-")));
    }
}

#[test]
fn options_reach_the_digest() {
    let run = run(&["--format", "json", "--date", "2018-02-07", "--sentences", "2", SEED]);
    let options = &json(&run.out)["options"];
    assert_eq!((options["date"].as_str(), options["sentences"].as_u64()), (Some("2018-02-07"), Some(2)));
}

#[test]
fn lines_of_json_give_a_digest_each_and_bad_ones_are_named() {
    let lines = "\u{feff}{\"id\": \"a\", \"text\": \"去年1起。\", \"date\": \"2020-02-29\"}\r\n\nno json\n{\"id\": 7, \"text\": \"\"}\n\
                 {\"text\": \"无名\"}\n{\"id\": \"d\", \"text\": \"x\", \"date\": \"2019-02-29\"}\n{\"id\": \"e\"}\n";
    let run = run_in(Path::new("."), &["--input", "jsonl"], lines.as_bytes(), "en_US.UTF-8");
    let digests: Vec<Value> = run.out.lines().map(json).collect();
    let told: Vec<(&str, &str)> = digests
        .iter()
        .map(|one| (one["source"]["name"].as_str().unwrap_or(""), one["options"]["date"].as_str().unwrap_or("")))
        .collect();
    assert_eq!(told, [("a", "2020-02-29"), ("7", ""), ("5", "")]);
    assert_eq!(run.code, 1);
    for number in [3, 6, 7] {
        assert!(run.err.contains(&format!("Line {number} ")), "{}", run.err);
    }
    assert_eq!(run.err.lines().count(), 3);
    let marks =
        run_in(Path::new("."), &["--input", "jsonl", "--format", "marks"], b"{\"id\":\"a\",\"text\":\"1\"}\n", "C");
    assert_eq!(json(&marks.out)["id"], "a");
}

#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_tiyao"))
        .args(["--input", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command");
    let mut input = child.stdin.take().expect("its input");
    let mut output = BufReader::new(child.stdout.take().expect("its output"));
    for id in ["one", "two"] {
        writeln!(input, "{{\"id\": \"{id}\", \"text\": \"1起\"}}").expect("input is taken");
        let mut line = String::new();
        output.read_line(&mut line).expect("a line");
        assert_eq!(json(&line)["source"]["name"], id);
    }
    drop(input);
    assert!(child.wait().expect("an end").success());
}

#[test]
fn folders_are_searched_in_order() {
    let folder = folder(&[
        ("b.txt", "乙。".as_bytes()),
        ("a/z.HTML", "<p>丙丙丙。</p>".as_bytes()),
        ("a/c.md", "# 丁".as_bytes()),
        ("skip.png", b"\x89PNG\r\n"),
    ]);
    let run = run_in(folder.path(), &["--format", "json", "."], b"", "C");
    let digests = json(&run.out);
    let names: Vec<_> = digests.as_array().expect("several").iter().map(|one| one["source"]["name"].clone()).collect();
    assert_eq!(names, ["./a/c.md", "./a/z.HTML", "./b.txt"]);
    let page = &digests[1]["source"];
    assert_eq!((page["container"].as_str(), page["text"].is_string()), (Some("html"), true));
    assert_eq!(run.code, 0);
}

#[test]
fn output_goes_to_a_file_or_to_a_folder_of_files() {
    let folder = folder(&[("in/a.txt", "甲。".as_bytes()), ("in/sub/a.txt", "乙。".as_bytes()), ("x/a.txt", b"x")]);
    let run = |arguments: &[&str]| run_in(folder.path(), arguments, b"", "C");
    let one = run(&["--format", "json", "-o", "one.json", "in/a.txt"]);
    assert_eq!((one.code, one.out.as_str()), (0, ""));
    let file = |name: &str| std::fs::read_to_string(folder.path().join(name)).expect(name);
    assert_eq!(json(&file("one.json"))["source"]["name"], "in/a.txt");
    assert_eq!(run(&["--format", "json", "-o", "out/", "in", "x/a.txt"]).code, 0);
    for (path, name) in
        [("out/a.txt.json", "in/a.txt"), ("out/sub/a.txt.json", "in/sub/a.txt"), ("out/a.txt-2.json", "x/a.txt")]
    {
        assert_eq!(json(&file(path))["source"]["name"], name);
    }
    let unwritable = run(&["-o", "no/such/folder/x", "in/a.txt"]);
    assert_eq!(unwritable.code, 1);
    assert!(unwritable.err.contains("cannot be written"), "{}", unwritable.err);
}

#[test]
fn what_cannot_be_read_is_told_in_one_line_and_the_rest_goes_on() {
    let folder = folder(&[
        ("good.txt", "好。".as_bytes()),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("empty.txt", b""),
        ("blank.txt", b" \n \r\n"),
        ("noise.txt", b"\x00\x01\x02\xff\xfe\x00\x9f\x07\x00\x01\x00\xfd\x00\x00\x03"),
        ("hollow/picture.png", b"\x89PNG\r\n"),
    ]);
    for (input, english, simplified, traditional) in [
        ("nothing.txt", "no such file", "没有这个文件", "沒有這個檔案"),
        ("hollow", "no text file", "没有文字文件", "沒有文字檔案"),
        ("paper.pdf", "PDF", "PDF", "PDF"),
        ("empty.txt", "empty", "空的", "空的"),
        ("blank.txt", "only blanks", "只有空白", "只有空白"),
        ("noise.txt", "not a text file", "不是文字文件", "不是文字檔案"),
    ] {
        for (locale, words) in [("C", english), ("zh_CN.UTF-8", simplified), ("zh_TW.UTF-8", traditional)] {
            let run = run_in(folder.path(), &["--format", "json", input, "good.txt"], b"", locale);
            assert_eq!(run.code, 1, "{input}");
            assert!(run.err.contains(words) && run.err.starts_with(&format!("tiyao: {input}: ")), "{}", run.err);
            assert_eq!(run.err.lines().count(), 1, "{}", run.err);
            let read = json(&run.out);
            let read = if read.is_array() { &read[0] } else { &read };
            assert_eq!(read["source"]["name"], "good.txt", "{input}");
        }
        let alone = run_in(folder.path(), &["--format", "json", input], b"", "C");
        assert_eq!((alone.code, alone.out.as_str()), (1, ""), "{input}");
    }
}

#[test]
fn the_language_is_chosen_or_the_environments() {
    let title = |arguments: &[&str], locale: &str| {
        let mut all = vec!["--format", "markdown", SEED];
        all.extend(arguments);
        run_in(Path::new("."), &all, b"", locale).out
    };
    assert!(title(&[], "zh_CN.UTF-8").contains("## 数字说明"));
    assert!(title(&[], "zh_HK.UTF-8").contains("## 數字說明"));
    assert!(title(&["--lang", "en"], "zh_CN.UTF-8").contains("## Coverage"));
    assert!(title(&["--lang", "zh-Hant"], "C").contains("## 數字說明"));
}

#[test]
fn a_wrong_command_line_ends_with_2() {
    for arguments in
        [&["--format", "xml", SEED][..], &["--date", "2017-13", SEED], &["--lang", "fr", SEED], &["--nonsense"]]
    {
        let run = run(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.starts_with("error: "), "{}", run.err);
    }
}

#[test]
fn help_tells_the_exit_status_and_every_format() {
    let run = run(&["--help"]);
    assert_eq!(run.code, 0);
    for words in ["Exit status", "Examples", "NO_COLOR", "jsonl", "annotations", "提要", "0  every input"] {
        assert!(run.out.contains(words), "{words}: {}", run.out);
    }
}

#[test]
fn a_reader_that_leaves_early_is_no_error() {
    let folder = folder(&[("long.txt", "去年，全市办理案件123起，同比上升4.5%。\n".repeat(20_000).as_bytes())]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_tiyao"))
        .args(["--format", "json", "long.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    drop(child.stdout.take());
    let ended = child.wait_with_output().expect("an end");
    assert_eq!(String::from_utf8_lossy(&ended.stderr), "");
    assert!(ended.status.success());
}

#[test]
fn check_ends_with_one_where_numbers_do_not_match() {
    let good = "全年受理案件500件,审结450件,结案率90%。";
    let bad = "全市法院工作有新进展。\n全年受理案件500件,审结450件,结案率80%。";
    let folder = folder(&[("good.txt", good.as_bytes()), ("bad.txt", bad.as_bytes())]);
    let check = |name: &str| run_in(folder.path(), &["--check", name], b"", "en_GB.UTF-8");
    let (fine, off) = (check("good.txt"), check("bad.txt"));
    assert_eq!((fine.out.as_str(), fine.code), ("", 0));
    assert_eq!(off.code, 1);
    assert_eq!(off.out, "bad.txt:2:22: does not match: 80%: 450件 ÷ 500件 = 90%\n");
    let report = run_in(folder.path(), &["bad.txt"], b"", "zh_CN.UTF-8");
    assert_eq!(report.code, 0);
    let both = run_in(folder.path(), &["--check", "--format", "json", "bad.txt"], b"", "zh_CN.UTF-8");
    assert_eq!((both.code, json(&both.out)["schema"].as_str()), (1, Some("tiyao/1")));
}

#[test]
fn a_list_of_own_words_is_used_and_its_bad_rows_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("words.tsv"), "惠民一张网\tprogramme\t\n坏行\n").expect("a list");
    std::fs::write(folder.path().join("a.txt"), "全县推开惠民一张网。").expect("a text");
    let run = run_in(folder.path(), &["--terms", "words.tsv", "--format", "json", "a.txt"], b"", "en_GB.UTF-8");
    let digest = json(&run.out);
    let found = digest["facts"].as_array().expect("facts").iter().any(|fact| fact["name"] == "惠民一张网");
    assert!(found, "{}", run.out);
    assert_eq!(digest["options"]["terms"][0]["kind"], "programme");
    assert!(run.err.starts_with("tiyao: words.tsv: Line 2 has no kind"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1);
    assert_eq!(run.code, 1);
    let run = run_in(folder.path(), &["--terms", "none.tsv", "a.txt"], b"", "en_GB.UTF-8");
    assert_eq!((run.out.as_str(), run.code), ("", 1));
    assert!(run.err.contains("There is no such file."), "{}", run.err);
}

#[test]
fn check_holds_several_texts_against_each_other() {
    let review =
        "淮安市2022年平安建设综述\n2022年,淮安市委政法委扎实推进平安淮安建设。\n2022年全市刑事案件立案数12345起。\n";
    let other = review.replace("12345", "12543");
    let folder = folder(&[("a.txt", review.as_bytes()), ("b.txt", other.as_bytes())]);
    let both = run_in(folder.path(), &["--check", "a.txt", "b.txt"], b"", "en_GB.UTF-8");
    assert_eq!(both.code, 1, "{}", both.err);
    assert!(
        both.out.contains("b.txt:3:") && both.out.contains("12345起") && both.out.contains("a.txt:3:"),
        "{}",
        both.out
    );
    let one = run_in(folder.path(), &["--check", "a.txt"], b"", "en_GB.UTF-8");
    assert_eq!((one.code, one.out.as_str()), (0, ""));
}
