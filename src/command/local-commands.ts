import { addCalendarCommand } from './calendar.command.js';
import { addDepartmentCommand } from './department.command.js';
import { addDoctorCommand } from './doctor.command.js';
import { addEvalCommand } from './eval.command.js';
import { addExportCommand } from './export.command.js';
import { addImportCommand } from './import.command.js';
import { addKeyCommand } from './key.command.js';
import { addReindexCommand } from './reindex.command.js';
import { addSigningKeyCommand } from './signing-key.command.js';
import { addUserCommand } from './user.command.js';
import { addVerifyCommand } from './verify.command.js';

/** Commands that work on the catalog of this machine, with its database and settings. */
export const LOCAL_COMMANDS = [
  addImportCommand,
  addExportCommand,
  addDepartmentCommand,
  addCalendarCommand,
  addReindexCommand,
  addDoctorCommand,
  addEvalCommand,
  addKeyCommand,
  addUserCommand,
  addSigningKeyCommand,
  addVerifyCommand,
];
