// Changes the catalog while a judge harvests it: revises abstracts, adds records; what it does the judges know how to read away
// (scripts/judge_truth.py). Usage: KEY=hz_… node scripts/judge-changes.mjs BASE; runs until it is ended.
const [, , base] = process.argv;
const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.KEY}` };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const json = async (path, options = {}) => {
  const response = await fetch(base + path, { headers, ...options });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return { body: await response.json(), etag: response.headers.get('etag') };
};

const STORED = [
  'kind',
  'status',
  'revision',
  'url',
  'topicCode',
  'regionCode',
  'departmentCode',
  'departmentCodes',
  'createdAt',
  'updatedAt',
];
const inputOf = (record) =>
  Object.fromEntries(Object.entries(record).filter(([key]) => ![...STORED, 'remarks', 'withdrawalReason'].includes(key)));

const listed = (await json('/api/v1/datasets?limit=100')).body;
const identifiers = listed.records.map(({ identifier }) => identifier);
for (let round = 1; ; round++) {
  const path = `/api/v1/datasets/${encodeURIComponent(identifiers[round % identifiers.length])}`;
  const { body, etag } = await json(path);
  const abstract = `${(body.abstract ?? '').replace(/（判官改于第\d+次）$/, '')}（判官改于第${round}次）`;
  await json(path, { method: 'PUT', headers: { ...headers, 'If-Match': etag }, body: JSON.stringify({ ...inputOf(body), abstract }) });
  if (round % 5 === 0)
    await json('/api/v1/datasets', {
      method: 'POST',
      body: JSON.stringify({ identifier: `judge-added-${process.pid}-${round}`, title: `新增${round}` }),
    });
  await pause(50);
}
