export const formatVolume = (millilitres) => `${millilitres.toFixed(0)} ml`;
