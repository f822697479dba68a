import { useState } from 'react';

/** Values, mistakes and submission of a form; a rule gives what is wrong with a value, or nothing. */
export const useForm = ({ initial, rules, onSubmit }) => {
  const [values, setValues] = useState(initial);
  const [mistakes, setMistakes] = useState({});

  const register = (name) => ({
    id: `field-${name}`,
    name,
    value: values[name],
    onChange: ({ target }) => setValues((old) => ({ ...old, [name]: target.value })),
  });

  const check = () =>
    Object.fromEntries(
      Object.entries(rules)
        .map(([name, rule]) => [name, rule(values[name], values)])
        .filter(([, mistake]) => mistake),
    );

  const submit = (event) => {
    event.preventDefault();
    const found = check();
    setMistakes(found);
    const [first] = Object.keys(found);
    if (!first) onSubmit(values);
    else event.target.elements.namedItem(first)?.focus?.();
  };

  return { values, mistakes, register, submit };
};
