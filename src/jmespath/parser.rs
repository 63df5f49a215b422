//! Parses tokens into a tree. It is a Pratt parser with the binding powers and leniencies of
//! jmespath.py, so that it accepts everything that AWS's command line accepts.

use super::ast::{Comparison, Node, Slice};
use super::error::{CompileError, TextPlace};
use super::functions;
use super::lexer::{Mark, Token, tokens};
use super::literal::Literal;

/// The deepest tree of an expression. Two chained operations count as nested. The limit bounds the
/// stack of an evaluation and the nesting of its result.
pub(super) const DEPTH_LIMIT: usize = 250;

/// How strongly each operator binds its right-hand side.
mod power {
    pub(super) const PIPE: u8 = 1;
    pub(super) const OR: u8 = 2;
    pub(super) const AND: u8 = 3;
    pub(super) const COMPARISON: u8 = 5;
    pub(super) const FLATTEN: u8 = 9;
    /// A token that binds less than this ends a projection.
    pub(super) const PROJECTION_END: u8 = 10;
    pub(super) const STAR: u8 = 20;
    pub(super) const FILTER: u8 = 21;
    pub(super) const DOT: u8 = 40;
    pub(super) const NOT: u8 = 45;
    pub(super) const BRACE: u8 = 50;
    pub(super) const BRACKET: u8 = 55;
    pub(super) const PARENTHESIS: u8 = 60;
}

fn binding_power(token: &Token) -> u8 {
    match token {
        Token::Flatten => power::FLATTEN,
        Token::Filter => power::FILTER,
        Token::Mark(mark) => match mark {
            Mark::Pipe => power::PIPE,
            Mark::Or => power::OR,
            Mark::And => power::AND,
            Mark::Equal
            | Mark::NotEqual
            | Mark::Less
            | Mark::LessOrEqual
            | Mark::Greater
            | Mark::GreaterOrEqual => power::COMPARISON,
            Mark::Star => power::STAR,
            Mark::Dot => power::DOT,
            Mark::Not => power::NOT,
            Mark::OpenBrace => power::BRACE,
            Mark::OpenBracket => power::BRACKET,
            Mark::OpenParenthesis => power::PARENTHESIS,
            _ => 0,
        },
        _ => 0,
    }
}

/// The tree of a compiled expression, and its literals.
pub(super) struct ParsedExpression {
    pub(super) root: Node,
    pub(super) literals: Vec<Literal>,
}

/// A part of the tree, and its depth.
struct Tree {
    node: Node,
    depth: usize,
}

/// Creates a leaf of the tree.
fn leaf(node: Node) -> Tree {
    Tree { node, depth: 1 }
}

pub(super) fn parse(text: &str) -> Result<ParsedExpression, CompileError> {
    let mut parser = Parser {
        text,
        tokens: tokens(text)?,
        at: 0,
        nesting: 0,
        literals: Vec::new(),
    };
    let tree = parser.expression(0)?;
    if *parser.token() != Token::End {
        return Err(parser.unexpected("the end"));
    }
    Ok(ParsedExpression {
        root: tree.node,
        literals: parser.literals,
    })
}

struct Parser<'t> {
    text: &'t str,
    /// The tokens. The last one is the end, and the parser never goes past it.
    tokens: Vec<(Token, TextPlace)>,
    at: usize,
    /// The number of nested expressions being parsed.
    nesting: usize,
    literals: Vec<Literal>,
}

impl Parser<'_> {
    fn token(&self) -> &Token {
        &self.tokens[self.at].0
    }

    fn second(&self) -> &Token {
        &self.tokens[(self.at + 1).min(self.tokens.len() - 1)].0
    }

    fn is_at(&self, mark: Mark) -> bool {
        *self.token() == Token::Mark(mark)
    }

    fn advance(&mut self) {
        self.at = (self.at + 1).min(self.tokens.len() - 1);
    }

    fn eat(&mut self, mark: Mark) -> bool {
        let found = self.is_at(mark);
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, mark: Mark, wanted: &str) -> Result<(), CompileError> {
        if self.eat(mark) {
            Ok(())
        } else {
            Err(self.unexpected(wanted))
        }
    }

    fn error(&self, token: usize, message: impl Into<String>) -> CompileError {
        CompileError::new(self.text, self.tokens[token].1, message)
    }

    fn unexpected(&self, wanted: &str) -> CompileError {
        let found = self.token().shown();
        self.error(self.at, format!("expected {wanted}, found {found}"))
    }

    /// Creates a part of the tree, unless it is too deep.
    fn tree(&self, depth: usize, node: Node) -> Result<Tree, CompileError> {
        if depth > DEPTH_LIMIT {
            return Err(self.too_deep());
        }
        Ok(Tree { node, depth })
    }

    fn too_deep(&self) -> CompileError {
        let message = format!("the expression goes more than {DEPTH_LIMIT} levels deep");
        self.error(self.at, message)
    }

    /// Chains two operations: the second applies to the result of the first.
    fn chain(
        &self,
        left: Tree,
        right: Tree,
        make: impl FnOnce(Box<Node>, Box<Node>) -> Node,
    ) -> Result<Tree, CompileError> {
        let depth = left.depth + right.depth;
        self.tree(depth, make(Box::new(left.node), Box::new(right.node)))
    }

    /// Combines two operations on the same value.
    fn pair(
        &self,
        left: Tree,
        right: Tree,
        make: impl FnOnce(Box<Node>, Box<Node>) -> Node,
    ) -> Result<Tree, CompileError> {
        let depth = left.depth.max(right.depth) + 1;
        self.tree(depth, make(Box::new(left.node), Box::new(right.node)))
    }

    fn wrap(
        &self,
        inner: Tree,
        make: impl FnOnce(Box<Node>) -> Node,
    ) -> Result<Tree, CompileError> {
        self.tree(inner.depth + 1, make(Box::new(inner.node)))
    }

    fn expression(&mut self, binding: u8) -> Result<Tree, CompileError> {
        self.nesting += 1;
        if self.nesting > DEPTH_LIMIT {
            return Err(self.too_deep());
        }
        let mut left = self.beginning()?;
        while binding < binding_power(self.token()) {
            left = self.continuation(left)?;
        }
        self.nesting -= 1;
        Ok(left)
    }

    /// Parses the beginning of an expression.
    fn beginning(&mut self) -> Result<Tree, CompileError> {
        let start = self.at;
        let token = self.token().clone();
        self.advance();
        match token {
            Token::Literal(literal) => {
                let depth = 1 + literal.depth();
                self.literals.push(literal);
                self.tree(depth, Node::Literal(self.literals.len() - 1))
            }
            Token::Identifier(name) => Ok(leaf(Node::Field(name))),
            Token::Quoted(name) => {
                if self.is_at(Mark::OpenParenthesis) {
                    let message = format!("a function's name has no quotes: {name}(…)");
                    return Err(self.error(start, message));
                }
                Ok(leaf(Node::Field(name)))
            }
            Token::Filter => self.filter(leaf(Node::Current)),
            Token::Flatten => self.flatten(leaf(Node::Current)),
            Token::Mark(mark) => match mark {
                Mark::Star if self.is_at(Mark::CloseBracket) => {
                    self.values(leaf(Node::Current), leaf(Node::Current))
                }
                Mark::Star => {
                    let each = self.projected(power::STAR)?;
                    self.values(leaf(Node::Current), each)
                }
                Mark::OpenBrace => self.hash(),
                Mark::OpenParenthesis => {
                    let inner = self.expression(0)?;
                    self.expect(Mark::CloseParenthesis, "')'")?;
                    Ok(inner)
                }
                Mark::Not => {
                    let inner = self.expression(power::NOT)?;
                    self.wrap(inner, Node::Not)
                }
                Mark::OpenBracket => self.bracket(),
                Mark::Current => Ok(leaf(Node::Current)),
                Mark::Reference => {
                    let inner = self.expression(0)?;
                    self.wrap(inner, Node::Reference)
                }
                _ => self.no_beginning(start),
            },
            Token::Number(_) | Token::End => self.no_beginning(start),
        }
    }

    fn no_beginning(&mut self, start: usize) -> Result<Tree, CompileError> {
        self.at = start;
        Err(self.unexpected("an expression"))
    }

    /// Parses a bracket at the beginning of an expression: an item, a slice, a projection or a new
    /// list.
    fn bracket(&mut self) -> Result<Tree, CompileError> {
        if matches!(self.token(), Token::Number(_)) || self.is_at(Mark::Colon) {
            return self.index(leaf(Node::Current));
        }
        if self.is_at(Mark::Star) && *self.second() == Token::Mark(Mark::CloseBracket) {
            self.advance();
            self.advance();
            return self.projection(leaf(Node::Current), power::STAR);
        }
        self.list()
    }

    /// Parses the continuation of an expression.
    fn continuation(&mut self, left: Tree) -> Result<Tree, CompileError> {
        let start = self.at;
        let token = self.token().clone();
        self.advance();
        let Token::Mark(mark) = token else {
            return match token {
                Token::Flatten => self.flatten(left),
                _ => self.filter(left),
            };
        };
        match mark {
            Mark::Dot if self.is_at(Mark::Star) => {
                self.advance();
                let each = self.projected(power::DOT)?;
                self.values(left, each)
            }
            Mark::Dot => {
                let right = self.after_dot(power::DOT)?;
                self.chain(left, right, Node::Chain)
            }
            Mark::Pipe => {
                let right = self.expression(power::PIPE)?;
                self.chain(left, right, Node::Chain)
            }
            Mark::Or => {
                let right = self.expression(power::OR)?;
                self.pair(left, right, Node::Or)
            }
            Mark::And => {
                let right = self.expression(power::AND)?;
                self.pair(left, right, Node::And)
            }
            Mark::Equal => self.comparison(left, Comparison::Equal),
            Mark::NotEqual => self.comparison(left, Comparison::NotEqual),
            Mark::Less => self.comparison(left, Comparison::Less),
            Mark::LessOrEqual => self.comparison(left, Comparison::LessOrEqual),
            Mark::Greater => self.comparison(left, Comparison::Greater),
            Mark::GreaterOrEqual => self.comparison(left, Comparison::GreaterOrEqual),
            Mark::OpenParenthesis => self.call(left, start),
            Mark::OpenBracket => {
                if matches!(self.token(), Token::Number(_)) || self.is_at(Mark::Colon) {
                    return self.index(left);
                }
                self.expect(Mark::Star, "a number, ':' or '*'")?;
                self.expect(Mark::CloseBracket, "']'")?;
                self.projection(left, power::STAR)
            }
            _ => {
                self.at = start;
                Err(self.unexpected("an operator or the end"))
            }
        }
    }

    fn comparison(&mut self, left: Tree, how: Comparison) -> Result<Tree, CompileError> {
        let right = self.expression(power::COMPARISON)?;
        self.pair(left, right, |left, right| Node::Compare(how, left, right))
    }

    fn call(&mut self, left: Tree, start: usize) -> Result<Tree, CompileError> {
        let name_at = start.saturating_sub(1);
        let Node::Field(name) = left.node else {
            let message = format!("{} is no function's name", self.tokens[name_at].0.shown());
            return Err(self.error(name_at, message));
        };
        let mut arguments = Vec::new();
        let mut depth = 1;
        while !self.is_at(Mark::CloseParenthesis) {
            let argument = self.expression(0)?;
            self.eat(Mark::Comma);
            depth += argument.depth;
            arguments.push(argument.node);
        }
        self.advance();
        let function = functions::find(&name, arguments.len())
            .map_err(|message| self.error(name_at, message))?;
        self.tree(depth, Node::Call(function, arguments))
    }

    fn flatten(&mut self, left: Tree) -> Result<Tree, CompileError> {
        let left = self.wrap(left, Node::Flatten)?;
        self.projection(left, power::FLATTEN)
    }

    fn projection(&mut self, of: Tree, binding: u8) -> Result<Tree, CompileError> {
        let each = self.projected(binding)?;
        self.chain(of, each, |of, each| Node::Projection { of, each })
    }

    fn values(&mut self, of: Tree, each: Tree) -> Result<Tree, CompileError> {
        self.chain(of, each, |of, each| Node::ValueProjection { of, each })
    }

    fn filter(&mut self, of: Tree) -> Result<Tree, CompileError> {
        let condition = self.expression(0)?;
        self.expect(Mark::CloseBracket, "']'")?;
        let each = if *self.token() == Token::Flatten {
            leaf(Node::Current)
        } else {
            self.projected(power::FILTER)?
        };
        let depth = of.depth + each.depth.max(condition.depth);
        let node = Node::Filter {
            of: Box::new(of.node),
            condition: Box::new(condition.node),
            each: Box::new(each.node),
        };
        self.tree(depth, node)
    }

    /// Parses the operation on each item of a projection.
    fn projected(&mut self, binding: u8) -> Result<Tree, CompileError> {
        if binding_power(self.token()) < power::PROJECTION_END {
            return Ok(leaf(Node::Current));
        }
        match self.token() {
            Token::Mark(Mark::OpenBracket) | Token::Filter => self.expression(binding),
            Token::Mark(Mark::Dot) => {
                self.advance();
                self.after_dot(binding)
            }
            _ => Err(self.unexpected("'.', '[', an operator or the end")),
        }
    }

    fn after_dot(&mut self, binding: u8) -> Result<Tree, CompileError> {
        match self.token() {
            Token::Identifier(_) | Token::Quoted(_) | Token::Mark(Mark::Star) => {
                self.expression(binding)
            }
            Token::Mark(Mark::OpenBracket) => {
                self.advance();
                self.list()
            }
            Token::Mark(Mark::OpenBrace) => {
                self.advance();
                self.hash()
            }
            _ => Err(self.unexpected("a name, '*', '[' or '{'")),
        }
    }

    /// Parses an item or a slice after its opening bracket. A slice is a projection, unless it
    /// follows an item or another such slice: jmespath.py then creates no projection.
    fn index(&mut self, of: Tree) -> Result<Tree, CompileError> {
        let follows_item = matches!(of.node, Node::Index { .. } | Node::Slice { .. });
        let is_slice = self.is_at(Mark::Colon) || *self.second() == Token::Mark(Mark::Colon);
        if is_slice {
            let slice = self.slice()?;
            let sliced = self.wrap(of, |of| Node::Slice { of, slice })?;
            return if follows_item {
                Ok(sliced)
            } else {
                self.projection(sliced, power::STAR)
            };
        }
        let Token::Number(at) = *self.token() else {
            return Err(self.unexpected("a number"));
        };
        self.advance();
        self.expect(Mark::CloseBracket, "']'")?;
        self.wrap(of, |of| Node::Index { of, at })
    }

    fn slice(&mut self) -> Result<Slice, CompileError> {
        let mut parts = [None; 3];
        let mut index = 0;
        while !self.is_at(Mark::CloseBracket) {
            match *self.token() {
                Token::Mark(Mark::Colon) if index < 2 => index += 1,
                // If two numbers are side by side, the second counts, as in jmespath.py.
                Token::Number(number) => parts[index] = Some(number),
                _ => return Err(self.unexpected("a number, ':' or ']'")),
            }
            self.advance();
        }
        self.advance();
        Ok(Slice {
            start: parts[0],
            stop: parts[1],
            step: parts[2],
        })
    }

    fn list(&mut self) -> Result<Tree, CompileError> {
        let mut nodes = Vec::new();
        let mut depth = 0;
        loop {
            let item = self.expression(0)?;
            depth = depth.max(item.depth);
            nodes.push(item.node);
            if self.eat(Mark::CloseBracket) {
                return self.tree(depth + 1, Node::List(nodes));
            }
            self.expect(Mark::Comma, "',' or ']'")?;
        }
    }

    /// Parses a new object after its opening brace. jmespath.py accepts missing commas, but no
    /// comma at the end.
    fn hash(&mut self) -> Result<Tree, CompileError> {
        let mut entries = Vec::new();
        let mut depth = 0;
        loop {
            let (Token::Identifier(key) | Token::Quoted(key)) = self.token().clone() else {
                return Err(self.unexpected("a key"));
            };
            self.advance();
            self.expect(Mark::Colon, "':'")?;
            let value = self.expression(0)?;
            depth = depth.max(value.depth);
            entries.push((key, value.node));
            if !self.eat(Mark::Comma) && self.eat(Mark::CloseBrace) {
                return self.tree(depth + 1, Node::Hash(entries));
            }
        }
    }
}
