import { Field } from '../project/Field';

interface NumberFieldProps {
  label: string;
  unit: string;
  value: number;
  step?: string;
  onChange: (value: number) => void;
}

export function NumberField({ label, unit, value, step = '1', onChange }: NumberFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <span className="alert-number">
          <input
            id={id}
            className="input number"
            type="number"
            min="0"
            step={step}
            value={value}
            onChange={(event) => onChange(Number(event.target.value))}
          />
          <span className="muted">{unit}</span>
        </span>
      )}
    </Field>
  );
}
