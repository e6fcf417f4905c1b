//! How wide the columns of a table are where its form does not find that out by itself.

/// What a column would like, in any unit of length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Want {
    /// As wide as its widest word, so that no word is cut.
    pub least: f32,
    /// As wide as its widest cell, so that every cell has one line.
    pub most: f32,
}

/// Shares the whole width among the columns, all of it.
///
/// Every column gets what it wants where there is room. Else those that ask for less than an even share get all they want, so
/// that a date stays on its line beside a long answer, and the others share what is left, never less than their least where
/// that can be.
pub(super) fn shared(wants: &[Want], whole: f32) -> Vec<f32> {
    let sum = |of: fn(&Want) -> f32| wants.iter().map(of).sum::<f32>();
    let (least, most) = (sum(|want| want.least), sum(|want| want.most));
    if most <= whole {
        let stretch = if most > 0.0 { whole / most } else { 0.0 };
        wants.iter().map(|want| want.most * stretch).collect()
    } else if least <= whole {
        settled(wants, whole, |want, share| {
            let too_wide = (want.least > share).then_some(want.least);
            too_wide.or((want.most <= share).then_some(want.most))
        })
    } else {
        settled(wants, whole, |want, share| {
            (want.least <= share).then_some(want.least)
        })
    }
}

/// Gives every column what `settles` says for an even share of what is left, until only those are left that take the share.
fn settled(wants: &[Want], whole: f32, settles: fn(&Want, f32) -> Option<f32>) -> Vec<f32> {
    let mut widths = vec![None; wants.len()];
    let mut left = whole;
    loop {
        let open = widths.iter().filter(|width| width.is_none()).count();
        let share = left / open.max(1) as f32;
        let mut open = wants.iter().zip(&mut widths);
        // One at a time: each changes the share of the others.
        let next = open.find_map(|(want, width)| match width {
            Some(_) => None,
            None => settles(want, share).map(|settled| (width, settled)),
        });
        let Some((width, settled)) = next else {
            let widths = widths.into_iter();
            return widths.map(|width| width.unwrap_or(share)).collect();
        };
        *width = Some(settled);
        left -= settled;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(wants: &[(f32, f32)], expected: &[f32]) {
        let wants: Vec<Want> = wants
            .iter()
            .map(|&(least, most)| Want { least, most })
            .collect();
        let widths = shared(&wants, 100.0);
        let near = |(found, wanted): (&f32, &f32)| (found - wanted).abs() < 0.01;
        assert!(widths.iter().zip(expected).all(near), "{widths:?}");
        assert_eq!(widths.len(), expected.len());
    }

    #[test]
    fn the_whole_width_goes_to_those_who_want_it() {
        check(&[(5.0, 10.0), (20.0, 40.0)], &[20.0, 80.0]);
        check(&[(10.0, 10.0), (40.0, 190.0)], &[10.0, 90.0]);
        check(&[(20.0, 60.0), (20.0, 100.0)], &[50.0, 50.0]);
        check(
            &[(5.0, 9.0), (20.0, 900.0), (15.0, 30.0)],
            &[9.0, 61.0, 30.0],
        );
        check(&[(60.0, 80.0), (10.0, 90.0)], &[60.0, 40.0]);
        check(
            &[(10.0, 10.0), (500.0, 900.0), (60.0, 60.0)],
            &[10.0, 45.0, 45.0],
        );
        check(&[], &[]);
    }
}
