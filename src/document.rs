//! Documents made from a meeting: what they say, and how it is written. Pure functions.

pub mod block;
pub mod markdown;
pub mod plain;
pub mod referat;
