import { createContext, useContext, useEffect, useMemo, useReducer } from 'react';
import { load } from './client.js';

const Books = createContext(null);

const initial = { accounts: [], rates: {}, online: 0, said: '', failed: false };

const handlers = {
  accounts: (state, { list }) => ({ ...state, accounts: list }),
  rates: (state, { rates }) => ({ ...state, rates }),
  online: (state, { online }) => ({ ...state, online }),
  said: (state, { said }) => ({ ...state, said }),
  posted: (state, { entry }) => ({
    ...state,
    accounts: state.accounts.map((account) =>
      account.code === entry.account ? { ...account, balance: entry.balance } : account,
    ),
  }),
};

function reducer(state, { type, ...payload }) {
  return handlers[type] ? handlers[type](state, payload) : state;
}

export function BooksProvider({ children }) {
  const [state, dispatch] = useReducer(reducer, initial);
  useEffect(() => {
    load('/accounts')
      .then(({ accounts }) => dispatch({ type: 'accounts', list: accounts ?? [] }))
      .catch(() => dispatch({ type: 'said', said: 'The accounts cannot be shown now' }));
    load('/rates')
      .then(({ rates }) => dispatch({ type: 'rates', rates: rates ?? {} }))
      .catch(() => {});
    const timer = setInterval(() => {
      load('/presence').then(({ online }) => dispatch({ type: 'online', online }), () => {});
    }, 600);
    return () => clearInterval(timer);
  }, []);
  const value = useMemo(() => ({ ...state, dispatch, say: (said) => dispatch({ type: 'said', said }) }), [state]);
  return <Books.Provider value={value}>{children}</Books.Provider>;
}

export const useBooks = () => useContext(Books);
