/** What an assistant is told before it uses the tools. */
export const INSTRUCTIONS = `本服务是政府的信息资源目录：公开文件（政策、通知、解读）和公共数据（数据集，许多可以逐行查询）。全部只读。
怎么用：
1. 找东西先用 search；知道文号（如 澜人社规〔2021〕1号）或索引号用 find_document_by_number。
2. 要正文、条款、联系电话、附件、与其他文件的关系（被谁废止、修改、解读），用 get_record。
3. 要数据里的数字：search 加 kind=["dataset"] 找到数据，看结果中的 tables；用 describe_table 看有哪些列，再用 query_rows 查询、筛选、汇总。不要凭摘要猜数字。
4. 要知道有哪些部门、主题、年份及各有多少条，用 list_facets；要看同类的，用 similar。
回答时请引用 citation 中的标题、部门、文号、日期和永久网址（url）。文件的有效性（validity）为“废止”“失效”的，要说明，并用 get_record 看它被什么代替。`;
