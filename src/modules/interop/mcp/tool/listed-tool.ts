import { z } from 'zod';
import type { McpTool } from './tool.js';

type ObjectSchema = { type: 'object'; [key: string]: unknown };

/** A tool as the list of tools has it. Pure. */
export function listedTool({ name, title, description, input, output }: McpTool) {
  return {
    name,
    title,
    description,
    inputSchema: z.toJSONSchema(input, { io: 'input' }) as ObjectSchema,
    outputSchema: z.toJSONSchema(output, { io: 'output' }) as ObjectSchema,
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  };
}
