import { useForm } from '../../hooks/useForm';

const Choice = ({ name, legend, options, value, onChange }) => (
  <fieldset>
    <legend>{legend}</legend>
    {options.map((option) => (
      <label key={option}>
        <input type="radio" name={name} value={option} checked={value === option} onChange={onChange} /> {option}
      </label>
    ))}
  </fieldset>
);

export const HealthStep = ({ state, go }) => {
  const { values, mistakes, register, submit } = useForm({
    initial: { weight: '', feeling: '', ...state.answers },
    rules: {
      weight: (text) => (Number(text) >= 50 ? '' : 'Donors weigh 50 kg or more'),
      feeling: (text) => (text ? '' : 'How do you feel?'),
    },
    onSubmit: (answers) => go({ type: 'answered', answers }),
  });
  const { onChange } = register('feeling');

  return (
    <form onSubmit={submit} noValidate>
      <label>
        Weight in kg <input inputMode="numeric" {...register('weight')} />
      </label>
      <p>{mistakes.weight}</p>
      <Choice
        name="feeling"
        legend="How do you feel today?"
        options={['Well', 'Not so well']}
        value={values.feeling}
        onChange={onChange}
      />
      <p>{mistakes.feeling}</p>
      <button type="submit">Continue</button>
    </form>
  );
};
