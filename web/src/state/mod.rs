//! What the page holds and what may be done with it: plain data, tested without a browser.

mod amount;
mod blocks;
mod card;
mod changes;
mod derived;
mod desk;
mod figures;
mod findings;
mod names;
mod opened;
mod outline;
mod reading;
mod samples;
mod statements;
mod target;
mod times;

pub use amount::period;
pub use blocks::{Block, BlockForm, Piece, blocks};
pub use card::{card, note, noted};
pub use changes::{ChangeRow, LONGEST as LONGEST_BAR, changes};
pub use derived::derived;
pub use desk::Desk;
pub use figures::{FigureGroup, FigureRow, groups as figures};
pub use findings::{class as verdict_class, findings, sign};
pub use names::{ACTIONS, ACTORS, Name, groups as names};
pub use opened::{Opened, Stretch, opened, places, stretches};
pub use outline::{articles, headings, title};
pub use reading::{Reading, file_name};
pub use samples::{SAMPLES, Sample};
pub use statements::{Statement, statements};
pub use target::Target;
pub use times::times;

#[cfg(test)]
mod handmade;
