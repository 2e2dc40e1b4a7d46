import type { Request, Response } from 'express';
import type { z } from 'zod';

/** Token of the list of all tools. */
export const MCP_TOOLS = Symbol('McpTools');

/** The request in which a tool is called. */
export interface ToolCall {
  request: Request;
  response: Response;
  /** Raised when the caller has gone or has called it off. */
  signal: AbortSignal;
}

/** What a tool found: for programs, and in a few lines for whoever reads it. */
export interface ToolAnswer<Output> {
  structured: Output;
  text: string;
}

/** A tool as assistants see it; it reads through the services of the catalog and has no rules of its own. */
export interface McpTool<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  /** When to use it, and how, for an assistant. */
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** @throws AppError */
  run(input: z.output<Input>, call: ToolCall): Promise<ToolAnswer<z.input<Output>>>;
}
