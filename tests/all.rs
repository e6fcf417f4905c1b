//! The one test program: documents, files, journeys through the real binary, and the shape of the source itself.

#[cfg(test)]
mod archive;
mod markdown;
#[cfg(unix)]
mod support;
