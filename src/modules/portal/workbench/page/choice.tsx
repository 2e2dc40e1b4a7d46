/** A value to choose, and what people call it. */
export interface Option {
  value: string;
  label: string;
}

/** A labelled list of which one is chosen. */
export function Pick({
  name,
  label,
  options,
  value,
  help,
}: {
  name: string;
  label: string;
  options: Option[];
  value?: string;
  help?: string;
}) {
  return (
    <p class="work-field">
      <label for={name}>{label}</label>
      <select id={name} name={name} aria-describedby={help ? `${name}-help` : undefined}>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      {help && (
        <span class="note" id={`${name}-help`}>
          {help}
        </span>
      )}
    </p>
  );
}

/** Boxes to tick, as many as one likes. */
export function Ticks({
  name,
  legend,
  options,
  ticked = [],
}: {
  name: string;
  legend: string;
  options: Option[];
  ticked?: readonly string[];
}) {
  return (
    <fieldset class="work-ticks">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="checkbox" name={name} value={value} checked={ticked.includes(value)} /> {label}
        </label>
      ))}
    </fieldset>
  );
}

/** A secret that is shown this once. */
export function SecretPanel({ title, secret, hint }: { title: string; secret: string; hint: string }) {
  return (
    <div class="panel panel-secret" role="status">
      <p>{title}</p>
      <p class="secret">
        <code>{secret}</code>
      </p>
      <p class="note">{hint}</p>
    </div>
  );
}
