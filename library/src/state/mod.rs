//! What the library holds and what may be done with it: plain data, tested without a browser.

mod card;
mod csv;
mod matrix;
mod note;
mod promises;
mod shelf;
mod table;
mod trend;

pub use card::{Card, Row};
pub use csv::{Sheet, csv, runs, sheet_of};
pub use matrix::{Indicator, Matrix, indicators, matrix};
pub use note::note;
pub use promises::promises;
pub use shelf::{Article, Shelf, Stage};
pub use table::{At, Column, Line, Table, line};
pub use trend::{Trends, trends};
