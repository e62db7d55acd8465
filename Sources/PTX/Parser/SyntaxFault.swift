/// Ends the reading of a statement. What is wrong has been reported.
struct SyntaxFault: Error {}
