//! The tables without one of their rows: so a test asks what each row is there for. Release builds have nothing of it.

use super::Row;

#[cfg(debug_assertions)]
thread_local! {
    static ROW: std::cell::Cell<Option<Row>> = const { std::cell::Cell::new(None) };
}

/// What `work` gives on this thread where the tables lack `row`.
#[cfg(debug_assertions)]
pub fn without<T>(row: Row, work: impl FnOnce() -> T) -> T {
    ROW.set(Some(row));
    let given = work();
    ROW.set(None);
    given
}

/// Whether the tables have to do without `row`.
#[cfg(debug_assertions)]
pub(crate) fn is_left_out(row: &Row) -> bool {
    ROW.get().is_some_and(|out| out == *row)
}

/// Nothing is left out of the tables that are shipped.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub(crate) const fn is_left_out(_row: &Row) -> bool {
    false
}
