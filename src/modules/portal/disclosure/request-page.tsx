import type { Department } from '../../department/index.js';
import { Chinese } from '../component/chinese.js';
import { Section } from '../component/section.js';
import { DepartmentContactFields } from '../department/department-profile.js';
import { useReading } from '../reading/reading.js';
import { DisclosureFrame, type DisclosureFrameProps } from './disclosure-frame.js';

interface RequestPageProps extends DisclosureFrameProps {
  /** Form on another site, when there is one. */
  online?: string;
  department?: Department;
}

/** The entrance to 依申请公开: who may ask whom for what, and where. */
export function RequestPage({ online, department, ...frame }: RequestPageProps) {
  const { t } = useReading();
  return (
    <DisclosureFrame {...frame} heading={t.disclosure.block.request}>
      <p class="lead">{t.disclosure.requestLead}</p>
      {online && (
        <p>
          <a class="button" href={online} rel="noopener">
            {t.disclosure.requestOnline}
          </a>
        </p>
      )}
      <Section id="how" title={t.disclosure.requestHow}>
        <ol class="numbered">
          {t.disclosure.requestSteps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section id="where" title={t.disclosure.requestWhere}>
        {!department && <p>{t.disclosure.requestChoose}</p>}
        {department?.contact && (
          <>
            <p>
              <Chinese>{department.name}</Chinese>
            </p>
            <DepartmentContactFields department={department} />
          </>
        )}
        {department && !department.contact && <p>{t.disclosure.contactUnknown}</p>}
      </Section>
    </DisclosureFrame>
  );
}
