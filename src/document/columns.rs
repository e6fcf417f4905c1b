//! How wide the columns of a table are where its form does not find that out by itself.

/// What a column would like, in any unit of length.
#[derive(Clone, Copy, Debug)]
pub struct Want {
    /// As wide as its widest word, so that no word is cut.
    pub least: f32,
    /// As wide as its widest cell, so that every cell has one line.
    pub most: f32,
}

/// Shares the whole width among the columns, all of it.
///
/// Every column gets what it wants where there is room. Else each gets its least, and the rest goes to those that want more.
/// Where not even that fits, the columns that ask for less than an even share keep theirs, and the others share what is left.
#[must_use]
pub fn shared(wants: &[Want], whole: f32) -> Vec<f32> {
    let sum = |of: fn(&Want) -> f32| wants.iter().map(of).sum::<f32>();
    let (least, most) = (sum(|want| want.least), sum(|want| want.most));
    if most <= whole {
        let stretch = if most > 0.0 { whole / most } else { 0.0 };
        return wants.iter().map(|want| want.most * stretch).collect();
    }
    if least <= whole {
        let rest = (whole - least) / (most - least);
        let width = |want: &Want| want.least + (want.most - want.least) * rest;
        return wants.iter().map(width).collect();
    }
    squeezed(wants, whole)
}

fn squeezed(wants: &[Want], whole: f32) -> Vec<f32> {
    let mut widths = vec![None; wants.len()];
    let mut left = whole;
    let mut open = wants.len();
    loop {
        let share = left / open.max(1) as f32;
        let mut settled = false;
        for (want, width) in wants.iter().zip(&mut widths) {
            if width.is_none() && want.least <= share {
                *width = Some(want.least);
                left -= want.least;
                open -= 1;
                settled = true;
            }
        }
        if !settled {
            return widths
                .into_iter()
                .map(|width| width.unwrap_or(share))
                .collect();
        }
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
        check(&[(20.0, 60.0), (20.0, 100.0)], &[40.0, 60.0]);
        check(
            &[(10.0, 10.0), (500.0, 900.0), (60.0, 60.0)],
            &[10.0, 45.0, 45.0],
        );
        check(&[], &[]);
    }
}
