use thiserror::Error;

use crate::model::Language;

/// Why bytes are no text that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message(Language::English))]
pub enum Unreadable {
    /// No byte at all.
    Empty,
    /// Nothing but blanks, or a page without words.
    Blank,
    /// A PDF.
    Pdf,
    /// A Word or WPS document, or rich text.
    Word,
    /// A spreadsheet.
    Spreadsheet,
    /// An OFD, the fixed-layout document of Chinese offices.
    Ofd,
    /// Packed files.
    Archive,
    /// A picture.
    Image,
    /// No text but a program's data, a film, a sound.
    Binary,
    /// Bytes that are text in none of the known encodings.
    UnknownEncoding,
}

impl Unreadable {
    /// What happened and what to do, in one or two sentences for the reader of the page or the terminal.
    pub fn message(&self, language: Language) -> String {
        let (simplified, traditional, english) = self.sentences();
        language.pick(simplified, traditional, english).to_owned()
    }

    const fn sentences(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Empty => ("这个文件是空的。", "這個檔案是空的。", "This file is empty."),
            Self::Blank => (
                "这个文件里没有文字，只有空白。",
                "這個檔案裏沒有文字，只有空白。",
                "There are no words in this file, only blanks.",
            ),
            Self::Pdf => (
                "这个文件是 PDF，目前还不能读。请打开它，复制其中的文字，粘贴到这里。",
                "這個檔案是 PDF，目前還不能讀。請打開它，複製其中的文字，貼到這裏。",
                "This file is a PDF, which cannot be read yet. Open it, copy its text and paste it here.",
            ),
            Self::Word => (
                "这个文件是 Word 或 WPS 文档，目前还不能读。请另存为 .txt，或复制文字粘贴到这里。",
                "這個檔案是 Word 或 WPS 文件，目前還不能讀。請另存為 .txt，或複製文字貼到這裏。",
                "This file is a Word document, which cannot be read yet. Save it as .txt or paste the text.",
            ),
            Self::Spreadsheet => (
                "这个文件是电子表格，目前还不能读。请复制其中的文字，粘贴到这里。",
                "這個檔案是試算表，目前還不能讀。請複製其中的文字，貼到這裏。",
                "This file is a spreadsheet, which cannot be read yet. Copy its text and paste it here.",
            ),
            Self::Ofd => (
                "这个文件是 OFD 版式文件，目前还不能读。请打开它，复制其中的文字，粘贴到这里。",
                "這個檔案是 OFD 版式檔案，目前還不能讀。請打開它，複製其中的文字，貼到這裏。",
                "This file is an OFD document, which cannot be read yet. Open it, copy its text and paste it here.",
            ),
            Self::Archive => (
                "这个文件是压缩包。请先解压，再选择里面的文字文件。",
                "這個檔案是壓縮檔。請先解壓縮，再選擇裏面的文字檔案。",
                "This file is an archive. Unpack it and choose the text files inside.",
            ),
            Self::Image => (
                "这个文件是图像，没有可读的文字。请先做文字识别，再粘贴文字。",
                "這個檔案是圖像，沒有可讀的文字。請先做文字辨識，再貼上文字。",
                "This file is a picture without readable text. Recognise its text first, then paste it.",
            ),
            Self::Binary => (
                "这个文件不是文字文件。请选择 .txt、.md 或 .html 文件，或直接粘贴文字。",
                "這個檔案不是文字檔案。請選擇 .txt、.md 或 .html 檔案，或直接貼上文字。",
                "This is not a text file. Choose a .txt, .md or .html file, or paste the text.",
            ),
            Self::UnknownEncoding => (
                "认不出这个文件的文字编码。请用记事本打开，另存为 UTF-8 编码，或直接粘贴文字。",
                "認不出這個檔案的文字編碼。請用記事本打開，另存為 UTF-8 編碼，或直接貼上文字。",
                "The encoding of this file is not known. Save it as UTF-8 in a text editor, or paste the text.",
            ),
        }
    }
}
