export { Choice, DateText, Decimal, Flag, Key, Nested, NestedList, Text, TextList, Whole } from './field.js';
export { flawOfText } from './clean-text.js';
export { NoQuery } from './no-query.js';
export { nearestName } from './nearest-name.js';
export { flawsOfShape } from './shape.js';
export { check, fieldNames, invalid, validate, validateQuery } from './validate.js';
