//! What the page holds and what may be done with it: plain data, tested without a browser.

mod amount;
mod blocks;
mod desk;
mod figures;
mod names;
mod opened;
mod outline;
mod reading;
mod samples;
mod target;
mod voices;

pub use amount::period;
pub use blocks::{Block, BlockForm, Piece, blocks};
pub use desk::Desk;
pub use figures::{FigureGroup, FigureRow, groups as figures};
pub use names::{Name, groups as names};
pub use opened::opened;
pub use outline::{articles, headings, title};
pub use reading::{Reading, file_name};
pub use samples::{SAMPLES, Sample};
pub use target::Target;
pub use voices::{Quotation, TimeRow, speeches, times};

#[cfg(test)]
mod handmade;
