import { isDeepStrictEqual } from 'node:util';
import { type Column } from '../../mapping/column/column.js';
import { CKAN } from '../../mapping/column/ckan.js';
import { type FactName, FACTS } from '../../mapping/facts.js';
import { identifierOfName, nameOf } from '../package/package-name.js';
import { AGENTS_BETWEEN, EXTRA, LISTED_FACTS, PHONE } from '../package/present-package.js';
import { resourceKeyOf } from '../package/resource-id.js';
