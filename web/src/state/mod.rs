//! What the page holds and what may be done with it: plain data, tested without a browser.

mod amount;
mod blocks;
mod card;
mod changes;
mod copies;
mod corrections;
mod derived;
mod desk;
mod fields;
mod figures;
mod findings;
mod names;
mod opened;
mod outline;
mod reading;
mod samples;
mod search;
mod statements;
mod target;
mod theme;
mod timeline;
mod times;

pub use amount::period;
pub use blocks::{Block, BlockForm, MARKED, Piece, blocks, class_of, tick};
pub use card::{card, note, noted};
pub use changes::{ChangeRow, LONGEST as LONGEST_BAR, changes};
pub use copies::{quoted, table};
pub use corrections::{Act, Correction, Corrections, Tally};
pub use derived::{DerivedRow, derived};
pub use desk::Desk;
pub use fields::{CORRECTED, Fields, fields, name_of, role_of};
pub use figures::{FigureRow, groups as figures};
pub use findings::{FindingRow, class as verdict_class, findings, sign};
pub use names::{ACTIONS, ACTORS, Name, groups as names};
pub use opened::{Opened, Part, Stretch, opened, places, selected, stretches};
pub use outline::{Heading, articles, headings, title};
pub use reading::{Reading, file_name};
pub use samples::{SAMPLES, Sample};
pub use search::search;
pub use statements::{Statement, statements};
pub use target::Target;
pub use theme::Theme;
pub use timeline::{LANES, timeline};
pub use times::{TimeRow, times};

/// Kinds of fact that the reader does not want to see.
pub type Kinds = Vec<tiyao::model::Kind>;

#[cfg(test)]
mod handmade;
