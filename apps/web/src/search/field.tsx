import { useId } from 'react';
import type { Fields } from './query.ts';

type FieldProps = {
  name: keyof Fields;
  label: string;
  hint?: string;
  error: string | undefined;
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date';
  numeric?: boolean;
  size?: string;
  required?: boolean;
};

/** The browser is told to remember nothing of what is typed here. */
export const Field = ({ name, label, hint, error, value, onChange, type = 'text', numeric = false, size = '', required = true }: FieldProps) => {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={`utrecht-form-field kring-field ${error ? 'utrecht-form-field--invalid' : ''}`}>
      <label className="utrecht-form-label" htmlFor={id}>{label}{!required && <span className="kring-optional"> (niet verplicht)</span>}</label>
      {hint && <p className="utrecht-form-field-description kring-hint" id={`${id}-hint`}>{hint}</p>}
      {error && <p className="utrecht-form-field-error-message kring-field__error" id={`${id}-error`}>{error}</p>}
      <input
        id={id}
        name={name}
        type={type}
        value={value}
        required={required}
        inputMode={numeric ? 'numeric' : undefined}
        autoComplete="off"
        spellCheck={false}
        className={`utrecht-textbox utrecht-textbox--html-input ${size} ${error ? 'utrecht-textbox--invalid' : ''}`}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
};
