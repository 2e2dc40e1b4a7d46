export { evaluate, type EvaluatedQuery, type Evaluation, type EvaluationRow, type JudgedQuery, type Run } from './evaluate.js';
export { evaluationTable } from './evaluation-table.js';
export { type Judgments, measure, type Measures } from './measures.js';
