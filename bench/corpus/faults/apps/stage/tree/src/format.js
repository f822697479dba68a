export const money = (amount) => `€${amount.toFixed(2)}`;

export function when(startsAt) {
  const [day, time] = startsAt.split("T");
  return `${day} at ${time}`;
}

export const seatCode = ({ row, number }) => `${row}${number}`;

export function parseSeat(code) {
  const [, row, number] = /^([A-Z])(\d+)$/.exec(code);
  return { row, number: Number(number) };
}
