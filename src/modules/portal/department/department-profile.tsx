import type { Department } from '../../department/index.js';
import { Chinese } from '../component/chinese.js';
import { Fields } from '../component/fields.js';
import { useReading } from '../reading/reading.js';

/** What a department says of itself, as item 2 of Art. 20 asks. */
export function DepartmentProfile({ department }: { department: Department }) {
  const { t } = useReading();
  const { duties, leaders, internalUnits } = department;
  return (
    <>
      {duties && (
        <>
          <h3>{t.department.duties}</h3>
          <DepartmentLines text={duties} />
        </>
      )}
      {leaders && (
        <>
          <h3>{t.department.leaders}</h3>
          <DepartmentLines text={leaders} />
        </>
      )}
      {internalUnits && (
        <>
          <h3>{t.department.internalUnits}</h3>
          <DepartmentLines text={internalUnits} />
        </>
      )}
      {department.contact && (
        <>
          <h3>{t.department.unit}</h3>
          <DepartmentContactFields department={department} />
        </>
      )}
    </>
  );
}

/** A text that has one thing a line. */
export function DepartmentLines({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return (
    <ul class="dots">
      {lines.map((line) => (
        <li key={line}>
          <Chinese>
            <bdi>{line}</bdi>
          </Chinese>
        </li>
      ))}
    </ul>
  );
}

/** How to reach the unit that handles disclosure. */
export function DepartmentContactFields({ department: { contact } }: { department: Department }) {
  const { t } = useReading();
  const said = (text: string | null | undefined) => text && <Chinese>{text}</Chinese>;
  return (
    <Fields
      fields={[
        [t.department.unitName, said(contact?.unit)],
        [t.department.phone, contact?.phone],
        [t.department.fax, contact?.fax],
        [t.department.email, contact?.email],
        [t.department.address, said(contact?.address)],
        [t.department.hours, said(contact?.hours)],
      ]}
    />
  );
}
