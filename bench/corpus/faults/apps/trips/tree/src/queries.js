export const TRIPS = `query Trips($after: String) {
  trips(first: 2, after: $after) { edges { node { id title departs seats { left } guide { name } } } pageInfo { endCursor } }
}`;

export const TRIP = `query Trip($id: ID!) {
  trip(id: $id) { id title stops { place { name country { code } } nights } weather { high low } travellers { name diet } }
}`;

export const JOIN = `mutation Join($id: ID!) {
  join(id: $id) { booking { ref seat { row letter } price { total parts { label cents } } } }
}`;

export const ME = `query Me { me { name badges { label } passport { expires } bookings { ref } } }`;

export const PLACES = `query Places($text: String!) { places(text: $text) { name region { label } } }`;
