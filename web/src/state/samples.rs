/// An article that the page brings along, in a template element of its own: the wasm stays smaller without them.
pub struct Sample {
    /// Its file in `seeds/`, without the ending.
    pub file: &'static str,
    /// How the page calls it, in the article's own script.
    pub name: &'static str,
    /// Whether the name is Traditional.
    pub traditional: bool,
}

/// The five samples, in the order that the page offers them.
pub static SAMPLES: [Sample; 5] = [
    Sample { file: "rongchang-2016", name: "荣昌 2016", traditional: false },
    Sample { file: "zhoukou-2017", name: "周口三县 2017", traditional: false },
    Sample { file: "suizhou-2023", name: "随州 2023", traditional: false },
    Sample { file: "chongqing-2022", name: "平安重慶 2022", traditional: true },
    Sample { file: "huaian-2017", name: "淮安 2017", traditional: false },
];
