import { CONTACT_MONTHS } from '../../feedback/index.js';
import { type FormFlaw, HoneyPot, InputField } from '../component/form-parts.js';
import { useReading } from '../reading/reading.js';

interface FormEndProps {
  /** Whether an answer can be sent by mail. */
  mails: boolean;
  email: string | undefined;
  flaws?: readonly FormFlaw[];
}

/** What every form of the public for the departments ends with. */
export function FormEnd({ mails, email, flaws }: FormEndProps) {
  const { feedback } = useReading().t;
  return (
    <>
      {mails && (
        <InputField
          name="email"
          label={feedback.labels.email}
          help={feedback.emailHelp(CONTACT_MONTHS)}
          type="email"
          value={email}
          autoComplete="email"
          maxLength={255}
          flaws={flaws}
        />
      )}
      <HoneyPot />
      <button type="submit">{feedback.submit}</button>
    </>
  );
}
