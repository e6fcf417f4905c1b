//! Numbers of things, counted from 0, in the order in which the things come or came.

/// Whether `order` names each of so many things once.
pub fn is_order(order: &[usize], length: usize) -> bool {
    let mut sorted = order.to_vec();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..length)
}

/// The things in this order. What it does not name is left out.
pub fn ordered<T: Clone>(things: &[T], order: &[usize]) -> Vec<T> {
    let thing = |number: &usize| things.get(*number).cloned();
    order.iter().filter_map(thing).collect()
}

/// The order that puts so many things back that came in `order`. What it does not name comes first.
pub fn inverted(order: &[usize], length: usize) -> Vec<usize> {
    let mut places: Vec<usize> = (0..length).collect();
    places.sort_by_key(|place| order.get(*place));
    places
}

/// Whether something stands among these more than once.
pub fn has_twice<T: PartialEq>(all: &[T]) -> bool {
    let twice = |(place, one): (usize, &T)| all.iter().take(place).any(|other| other == one);
    all.iter().enumerate().any(twice)
}
