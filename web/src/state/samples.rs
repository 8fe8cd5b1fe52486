/// An article that the page brings along.
pub struct Sample {
    /// Its file in `seeds/`, without the ending.
    pub file: &'static str,
    /// How the page calls it, in the article's own script.
    pub name: &'static str,
    /// Whether the name is Traditional.
    pub traditional: bool,
    /// The article.
    pub text: &'static str,
}

/// The five samples, in the order that the page offers them.
pub static SAMPLES: [Sample; 5] = [
    Sample {
        file: "rongchang-2016",
        name: "荣昌 2016",
        traditional: false,
        text: include_str!("../../../seeds/rongchang-2016.txt"),
    },
    Sample {
        file: "zhoukou-2017",
        name: "周口三县 2017",
        traditional: false,
        text: include_str!("../../../seeds/zhoukou-2017.txt"),
    },
    Sample {
        file: "suizhou-2023",
        name: "随州 2023",
        traditional: false,
        text: include_str!("../../../seeds/suizhou-2023.txt"),
    },
    Sample {
        file: "chongqing-2022",
        name: "平安重慶 2022",
        traditional: true,
        text: include_str!("../../../seeds/chongqing-2022.txt"),
    },
    Sample {
        file: "huaian-2017",
        name: "淮安 2017",
        traditional: false,
        text: include_str!("../../../seeds/huaian-2017.txt"),
    },
];
