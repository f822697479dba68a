const KEY = 'donor.booking';
const VERSION = 2;

export const EMPTY = { version: VERSION, step: 'health', answers: {}, centreId: null, slotId: null, notice: '' };

export const wizard = (state, action) => {
  switch (action.type) {
    case 'answered':
      return { ...state, answers: action.answers, step: 'slot' };
    case 'centre':
      return { ...state, centreId: action.centreId, slotId: null, notice: '' };
    case 'offered':
      return action.centreId === state.centreId ? { ...state, slotId: action.slotId } : state;
    case 'picked':
      return { ...state, slotId: action.slotId };
    case 'failed':
      return { ...state, notice: action.message };
    case 'booked':
      return { ...EMPTY, step: 'done', notice: `Booked as ${action.booking.id}` };
    default:
      return state;
  }
};

export const restore = () => {
  try {
    const draft = JSON.parse(localStorage.getItem(KEY));
    return draft?.version === VERSION ? draft : EMPTY;
  } catch {
    return EMPTY;
  }
};

export const keep = (state) => {
  if (state.step === 'done') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify(state));
};
