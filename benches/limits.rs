//! What must hold of speed, growth and size, printed and checked: `cargo bench --bench limits` fails where one is passed.
//!
//! Speed: a whole digest at 5 million characters a second at least, on one core; beside it, what all cores read of many
//! texts, as the command does with a folder. Growth: a text ten times as long takes at most
//! fifteen times as long, ordinary text as well as one mark over and over. Size: see [`WASM_KB`] and [`FILE_KB`].

use std::hint::black_box;
use std::num::NonZero;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use tiyao::Options;
use tiyao::source::Source;

const SEEDS: [(&str, &str); 5] = [
    ("chongqing-2022", include_str!("../seeds/chongqing-2022.txt")),
    ("huaian-2017", include_str!("../seeds/huaian-2017.txt")),
    ("rongchang-2016", include_str!("../seeds/rongchang-2016.txt")),
    ("suizhou-2023", include_str!("../seeds/suizhou-2023.txt")),
    ("zhoukou-2017", include_str!("../seeds/zhoukou-2017.txt")),
];

/// Characters a second.
const LEAST_SPEED: f64 = 5e6;
/// How many bytes of a text are read, over and over, to find its speed: half a second's work, as a machine that does
/// other things too is at its best for moments only.
const READ: usize = 8_000_000;
/// How often each seed stands among the texts that all cores read.
const COPIES: usize = 40;
/// How many times as long a text ten times as long may take.
const MOST_GROWTH: f64 = 15.0;
/// The page's wasm, as the build packs it.
const WASM_KB: u64 = 400;
/// The one file, as it lies on the disk.
const FILE_KB: u64 = 800;

/// What is written over and over to find what grows faster than the text.
const OVER_AND_OVER: [&str; 18] =
    ["“", "”", "《", "（", "(", "【", "1", "一", "万", "年", "、", ",", "。", "\n", "1,", "1年", "第", "分别1%、"];

/// The same for pages and Markdown, which are taken out of their markup first.
const MARKUP: [&str; 10] = ["<", "<p>", "<div>", "<!--", "&", "&#", "<script>", "[", "**", "| a "];

/// Memory is taken as the command takes it.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Keeps freed memory in the process: what is to be timed is the reading, not the kernel's first touch of every page,
/// which costs more than the reading where lines are many and short.
const KEEP_MEMORY: (&str, &str) = ("MIMALLOC_PURGE_DELAY", "-1");

fn main() -> ExitCode {
    if std::env::var_os(KEEP_MEMORY.0).is_some() {
        return check();
    }
    let this = std::env::current_exe().expect("the benchmark's own path");
    let done = std::process::Command::new(this).envs([KEEP_MEMORY]).status().expect("the benchmark starts again");
    if done.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn check() -> ExitCode {
    let mut faults = Vec::new();
    speed(&mut faults);
    growth(&mut faults);
    sizes(&mut faults);
    for fault in &faults {
        println!("over the limit: {fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The least of several runs: what else the machine does can only add.
fn least(runs: usize, run: impl Fn()) -> Duration {
    let once = || {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    (0..runs).map(|_| once()).min().unwrap_or_default()
}

fn time(text: &str, runs: usize) -> Duration {
    least(runs, || drop(black_box(tiyao::read(black_box(text), &Options::default()))))
}

fn time_page(text: &str, runs: usize) -> Duration {
    least(runs, || drop(black_box(Source::from_named_text(black_box(text), "page.html"))))
}

fn speed(faults: &mut Vec<String>) {
    println!("speed of a whole digest, million characters a second");
    let all: String = SEEDS.iter().map(|(_, text)| *text).collect();
    let long = all.repeat(10);
    for (name, text) in SEEDS.into_iter().chain([("all seeds ten times", long.as_str())]) {
        let speed = text.chars().count() as f64 / time(text, (READ / text.len()).max(20)).as_secs_f64();
        println!("  {name:<24}{:8.2}", speed / 1e6);
        if speed < LEAST_SPEED {
            faults.push(format!("{name} is read at {:.2} million characters a second", speed / 1e6));
        }
    }
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let texts: Vec<&str> = SEEDS.iter().map(|(_, text)| *text).cycle().take(COPIES * SEEDS.len()).collect();
    let characters: usize = texts.iter().map(|text| text.chars().count()).sum();
    let speed = characters as f64 / least(5, || read_all(&texts, cores)).as_secs_f64();
    println!("  {} texts on {cores} cores   {:8.2}", texts.len(), speed / 1e6);
}

/// Reads the texts on so many cores, each the next one that none has read.
fn read_all(texts: &[&str], cores: usize) {
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                    drop(black_box(tiyao::read(black_box(text), &Options::default())));
                }
            });
        }
    });
}

fn growth(faults: &mut Vec<String>) {
    println!("growth: milliseconds for 300 kB and for 3 MB, and how many times as long");
    let all: String = SEEDS.iter().map(|(_, text)| *text).collect();
    for bits in std::iter::once(all.as_str()).chain(OVER_AND_OVER) {
        grow(bits, time, faults);
    }
    println!("  and of taking the text out of a page");
    for bits in MARKUP {
        grow(bits, time_page, faults);
    }
}

fn grow(bits: &str, time: fn(&str, usize) -> Duration, faults: &mut Vec<String>) {
    let of = |bytes: usize| bits.repeat(bytes / bits.len() + 1);
    let long_text = of(3_000_000);
    let (short, long) = (time(&of(300_000), 5), time(&long_text, 2));
    let times = long.as_secs_f64() / short.as_secs_f64();
    let name: String = if bits.len() > 20 { "the seeds".into() } else { bits.escape_debug().collect() };
    println!("  {:8.2} {:9.2} {times:6.1}  {name}", short.as_secs_f64() * 1e3, long.as_secs_f64() * 1e3);
    // A short text stays in the processor's cache and a long one pays for the first touch of its memory; one that is
    // read at full speed all the same has not grown too slow.
    let slow = (long_text.chars().count() as f64) / long.as_secs_f64() < LEAST_SPEED;
    if times > MOST_GROWTH && slow {
        faults.push(format!("{name}: ten times the text takes {times:.1} times as long"));
    }
}

fn sizes(faults: &mut Vec<String>) {
    let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
    let Ok(file) = std::fs::metadata(dist.join("tiyao.html")) else {
        println!("size: dist/tiyao.html is not built");
        return;
    };
    let wasm = std::fs::read_dir(&dist)
        .into_iter()
        .flatten()
        .flatten()
        .find(|entry| {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            name.starts_with("page-") && name.ends_with(".wasm.gz")
        })
        .and_then(|entry| entry.metadata().ok())
        .map_or(u64::MAX, |packed| packed.len());
    let rows = [("the page's wasm, gzip", wasm, WASM_KB), ("dist/tiyao.html", file.len(), FILE_KB)];
    println!("size, kB");
    for (name, bytes, limit) in rows {
        println!("  {name:<24}{:8.1} of {limit}", bytes as f64 / 1000.0);
        if bytes > limit * 1000 {
            faults.push(format!("{name} has {bytes} bytes"));
        }
    }
}
