//! What went wrong, in one sentence, in the reader's language.

use std::io::{self, Write};

use tiyao::Language;
use tiyao::model::BadTerm;
use tiyao::source::Unreadable;

/// Why an input gave no digest.
#[derive(Debug)]
pub enum Trouble {
    /// There is no such file.
    Missing,
    /// The file may not be read.
    Forbidden,
    /// No file in the folder looks like a text.
    FolderWithoutText,
    /// The bytes are no text.
    Unreadable(Unreadable),
    /// The line of this number (from 1) is no object with a text.
    BadLine(usize),
    /// The row of this number (from 1) in the reader's word list is left out.
    BadTerm(usize, BadTerm),
    /// The system says this.
    System(io::Error),
    /// The digest could not be written.
    Unwritable(io::Error),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::System(error),
        }
    }
}

impl Trouble {
    fn sentence(&self, language: Language) -> String {
        let plain = |simplified: &'static str, traditional: &'static str, english: &'static str| {
            language.pick(simplified, traditional, english).to_owned()
        };
        match self {
            Self::Missing => plain("没有这个文件。", "沒有這個檔案。", "There is no such file."),
            Self::Forbidden => {
                plain("没有读这个文件的权限。", "沒有讀這個檔案的權限。", "You have no permission to read this file.")
            }
            Self::FolderWithoutText => plain(
                "这个文件夹里没有文字文件（.txt .md .html .htm .xml）。",
                "這個資料夾裏沒有文字檔案（.txt .md .html .htm .xml）。",
                "There is no text file (.txt .md .html .htm .xml) in this folder.",
            ),
            Self::Unreadable(why) => why.message(language),
            Self::BadLine(number) => match language {
                Language::SimplifiedChinese => {
                    format!("第 {number} 行不是带有 \"text\" 的 JSON 对象（\"date\" 须为 YYYY-MM-DD），已跳过。")
                }
                Language::TraditionalChinese => {
                    format!("第 {number} 行不是帶有 \"text\" 的 JSON 物件（\"date\" 須為 YYYY-MM-DD），已略過。")
                }
                Language::English => format!(
                    "Line {number} is no JSON object with a \"text\" (and a \"date\" such as 2018-02-07); it was left out."
                ),
            },
            Self::BadTerm(line, why) => why.message(*line, language),
            Self::System(error) => {
                format!("{} {error}", plain("读不了这个文件：", "讀不了這個檔案：", "This file cannot be read:"))
            }
            Self::Unwritable(error) => {
                format!("{} {error}", plain("写不了结果：", "寫不了結果：", "The digest cannot be written:"))
            }
        }
    }
}

/// Says what went wrong on standard error and remembers that something did.
pub struct Complaints {
    language: Language,
    any: bool,
}

impl Complaints {
    /// No complaint yet.
    pub const fn new(language: Language) -> Self {
        Self { language, any: false }
    }

    /// Says what went wrong with the input of that name.
    pub fn say(&mut self, name: &str, trouble: &Trouble) {
        self.any = true;
        // A file's name may hold what steers a terminal.
        let name: String = name.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
        let colon = if name.is_empty() { "" } else { ": " };
        // Where nobody listens, the exit status still tells.
        let _ = writeln!(anstream::stderr(), "tiyao: {name}{colon}{}", trouble.sentence(self.language));
    }

    /// Whether anything went wrong.
    pub const fn any(&self) -> bool {
        self.any
    }
}
