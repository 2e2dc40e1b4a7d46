import type { Choice } from '../choice.service.js';
import { boxText, type FormField } from '../form-field.js';

interface BoxProps {
  field: FormField;
  values: Record<string, unknown>;
  choices: Choice[];
  wrong?: string;
}

/** One field of the editor: label, box, help, what is wrong with it, and how long it is. */
export function FieldBox({ field, values, choices, wrong }: BoxProps) {
  const { name, label, help, kind, required, length, table, suggest } = field;
  const id = `field-${name}`;
  const described = [help ? `${id}-help` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;
  const shared = { id, name, 'aria-describedby': described, 'aria-invalid': wrong ? ('true' as const) : undefined };
  const counted = length ? { 'data-most': length.most, 'data-from': length.from, 'data-to': length.to } : {};
  const text = boxText(field, values);
  return (
    <div class={wrong ? 'work-field work-field-wrong' : 'work-field'}>
      <label for={id}>
        {label}
        {required && <span class="required">（提交时必填）</span>}
      </label>
      {table ? (
        <Picker {...shared} choices={choices} text={text} />
      ) : kind === 'area' || kind === 'items' ? (
        <textarea {...shared} {...counted} rows={name === 'body' ? 16 : 4}>
          {text}
        </textarea>
      ) : (
        <input
          {...shared}
          {...counted}
          type={kind === 'date' ? 'date' : 'text'}
          value={text}
          list={suggest ? `${id}-choices` : undefined}
          data-suggest-names={suggest}
          autoComplete="off"
        />
      )}
      {suggest && (
        <datalist id={`${id}-choices`}>
          {choices.map(({ value }) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      )}
      {help && (
        <span class="note" id={`${id}-help`}>
          {help}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

/** Picks a value of a table; what the table does not know stays choosable where it stands already. */
function Picker({ choices, text, ...shared }: { choices: Choice[]; text: string; id: string; name: string }) {
  const known = text === '' || choices.some(({ value }) => value === text);
  return (
    <select {...shared}>
      <option value="">（未选）</option>
      {!known && (
        <option value={text} selected>
          {text}
        </option>
      )}
      {choices.map(({ value, label }) => (
        <option key={value} value={value} selected={value === text}>
          {label}
        </option>
      ))}
    </select>
  );
}
