#!/usr/bin/env python3
"""What awscli prints for a query, held against ostk, byte for byte.

    tests/witness/query.py                      500 expressions on 5 documents, compared
    tests/witness/query.py --seed 7 --count 50  others, or fewer
    tests/witness/query.py --table FILE         the committed table of expected values

Makes a virtual environment with the witnesses of the versions below, evaluates each expression with
jmespath.py, and prints what it selects with awscli's own formatters: JSON and text. awscli 2, which
has YAML, is no Python package; what it does is to hand the value to ruamel.yaml. The cases go to a
file under target/, on which the ignored unit test `cases_of_a_file` then runs.

Of an expression with an unknown function or a wrong number of arguments it expects that ostk
refuses to compile it, which is the one deliberate difference.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import venv

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FOLDER = os.path.join(ROOT, 'target', 'witness-query')
WITNESSES = ['jmespath==1.1.0', 'awscli==1.46.3', 'ruamel.yaml==0.19.1', 'ruamel.yaml.clib==0.2.15']

DOCUMENTS = [
    {'Instances': [
        {'InstanceId': '0b2c7e9a-1111-4222-8333-444455556666', 'Name': 'web-1',
         'State': {'Name': 'running', 'Code': 16}, 'LaunchTime': '2026-11-24T10:00:00Z', 'Vcpus': 1,
         'MemoryMiB': 512, 'Tags': [{'Key': 'env', 'Value': 'ci'}, {'Key': 'Name', 'Value': 'web'}],
         'Labels': ['a', 'b'], 'StateReason': None, 'PublicIpAddress': None, 'Locked': False},
        {'InstanceId': '1c3d8f0b-1111-4222-8333-444455556666', 'Name': 'db, primary',
         'State': {'Name': 'stopped', 'Code': 80}, 'LaunchTime': '2025-01-01T00:00:00Z', 'Vcpus': 4,
         'MemoryMiB': 8192, 'Tags': [], 'Labels': [],
         'StateReason': {'Code': 'Server.500', 'Message': "it's gone\nwrong"},
         'PublicIpAddress': '192.0.2.7', 'Locked': True},
        {'InstanceId': '2d4e9a1c-1111-4222-8333-444455556666', 'Name': '日本',
         'State': {'Name': 'error', 'Code': None}, 'LaunchTime': '2026-02-03T04:05:06Z', 'Vcpus': 2,
         'MemoryMiB': 2048, 'Tags': [{'Key': 'env', 'Value': 'prod'}], 'Labels': ['10', 'yes'],
         'StateReason': None, 'Locked': None}],
     'NextToken': None},
    {'numbers': [3, 1.5, 8.0, -2, 0, 1e16, 1e-5, 123456789.125], 'big': [2**53 + 1, 2**63, -2**63,
     2**64 + 1, 2**100], 'whole': [1, 2, 3, 4], 'one': 1, 'zero': 0, 'half': 0.5, 'none': [],
     'minus': -0.0, 'large': 1e300, 'mixed': [1, 'a', None, True, [1], {'a': 1}],
     'ones': [True, 1, 1.0, False, 0], 'texts': ['1_000', ' 7 ', '1e3', '0x1f', 'nan', '', '+5', '12a',
     '٣', '.5']},
    {'strings': ['yes', 'null', '~', '1e3', '017', '12:30:45', '2026-11-24', '', ' a', 'a ', 'a: b',
     'a #b', '- a', '---', '[a]', '*a', '&a', '!a', '%a', '@a', '`a', '|', "it's", '"', '<<', '=',
     'a\nb', 'a\n', '\n', ' a\nb', 'a\n b', 'a \nb', 'a\tb', 'a\r\nb', '\x00', '\x1b[0m', '\x7f',
     '\x85', '\u2028', '\ufeff', '\u202e', '日本', '-', '?', ':', '-1', 'a:', '\U0001f600', 'é\\'],
     'long': 'word ' * 40, 'longer': ["it's " * 40, 'x' * 90 + ' y z', ('tab\there ' * 20)],
     'key "x"': {'a b': 1, 'y\nz': 2, '': 3, 'ä': 4, 'k' * 130: 5}, 'foo': 'bar', 'a`b': 'tick'},
    {'a': {'b': {'c': [[1, 2, [3]], [4, []], [[]]], 'd': {}}, 'e': [{'x': 1, 'y': {'z': 'q'}},
     {'x': 2}, {'y': None}]}, 'empty': [], 'hash': {}, 'null': None, 'list': [[1, 2], [3, 4], []],
     'deep': [{'a': [{'b': [{'c': 1}, {'c': 2}]}, {'b': []}]}, {'a': None}], 'text': 'abc'},
    {'Reservations': [{'Instances': [{'Id': 'i-2', 'Size': 20, 'Type': 'b'},
                                     {'Id': 'i-1', 'Size': 10, 'Type': 'a'}]},
                      {'Instances': [{'Id': 'i-3', 'Size': 10, 'Type': 'b', 'Extra': {'k': [1]}}]}],
     'byName': {'web': {'port': 80, 'up': True}, 'db': {'port': 5432, 'up': False}}, 'Count': 3},
]

# Habits, traps, and every sample that once went wrong.
FIXED = r'''
Instances[?State.Name==`running`].InstanceId
Instances[?Name==`web-1`].InstanceId
Instances[].Tags[?Key==`env`].Value | []
Instances[].[Name, Tags[?Key==`Name`].Value | [0]]
Tags[?Key==`Name`]
Instances[0].Tags[?Key==`Name`].Value
join(`,`,Instances[].Name)
join(`, `, Instances[0].Labels)
Instances[?LaunchTime>='2026-01-01'].Name
Instances[?LaunchTime<'2026-01-01'].Name
Instances[].{Z: Name, A: InstanceId, M: State.Name}
Instances[0].{b: Vcpus, a: Tags, b: Name}
Instances[0]
Instances
Instances[].StateReason
Instances[].{Id: InstanceId, Reason: StateReason}
[Instances[0].Tags, Instances[0].Tags, Instances[1].Tags]
Instances[].Labels[]
Instances[].Labels
sort_by(Instances, &LaunchTime)[-1].Name
sort_by(Instances, &Name)[].Vcpus
max_by(Instances, &Vcpus).Name
min_by(Instances, &MemoryMiB).Name
Instances[?contains(Labels, `10`)].Name
Instances[?contains(Labels, '10')].Name
Instances[?starts_with(Name, 'w') || Vcpus > `2`].Name
Instances[?!Locked].Name
Instances[?Locked != `null`].Locked
Instances[*].State.Code
length(Instances)
sum(Instances[].Vcpus)
avg(Instances[].Vcpus)
Instances[?Vcpus > Name]
NextToken
keys(@)
@
*
*[].Name
`a\`b`
` foo `
`01`
`foo`
`"foo"`
`a"b`
``
`{"b": 1, "a": 2, "b": 3}`
`[1, 2.0, "x", null]`
`NaN`
`[Infinity, -Infinity, NaN]`
`-0`
`-0.0`
`1e400`
`1.50`
`\u0041`
`"\u00e9\ud83d\ude00"`
`12345678901234567890123456789012345678901234567890`
'a\'b\n'
'\\'
"foo"
"key \"x\"".*
"key \"x\""
numbers
numbers[2]
sum(numbers)
sum(whole)
avg(whole)
avg(none)
sum(none)
max(none)
min(numbers)
max(numbers)
sort(numbers)
big
sum(big)
avg(big)
sort(big)
max(big)
big[0] == `9007199254740993`
big[?@ > `9223372036854775807`]
numbers[?@ > `1`]
abs(numbers[3])
abs(big[2])
floor(half)
ceil(half)
ceil(`-0.5`)
floor(large)
floor(`1e400`)
to_number('1_000')
to_number('1e3')
to_number('nan')
map(&to_number(@), texts)
map(&to_string(@), mixed)
map(&type(@), mixed)
to_string(@)
to_string(numbers)
'a' < `1`
'a' < 'b'
one < 'a'
one == `true`
zero == `false`
[one] == [`true`]
contains(`[1]`, `true`)
contains([`1`], `true`)
contains('abc', 'b')
contains('abc', `1`)
contains(ones, `0`)
ones[?@ == `1`]
ones[?@]
!zero
!none
!`""`
none || 'x'
one && half
mixed
mixed[?type(@) == 'number']
strings
strings[?@ > 'a']
sort(strings)
reverse(foo)
reverse(strings)
map(&length(@), strings)
long
longer
[long, longer]
{a: long, b: longer[0]}
to_string(strings)
join(`\n`, strings)
a.b.c
a.b.c[]
a.b.c[][]
a.b.c[0][0:2]
list[0][0:2].x
list[0:2][0]
list[::-1]
list[0][::-1]
list[::0]
text[::0]
text[0]
list[-1]
list[99999999999999999999]
list[:99999999999999999999]
a.e
a.e[*].y
a.e[].x
a.e[?x].x
a.*
a.e[*].*
a.e[*].[x, y]
a.e[*].{x: x, y: y}
empty
hash
null
[empty, empty, hash]
[hash]
{}
deep[].a[].b[].c
deep[*].a[*].b[*].c
deep[*].a[*].b[*].c[]
Reservations[].Instances[].[Id, Size]
Reservations[*].Instances[*].Id
Reservations[].Instances[] | sort_by(@, &Size)[].Id
Reservations[].Instances[] | [?Size == `10`] | [0]
Reservations[].Instances[]
byName
byName.*.port
values(byName)
keys(byName)
merge(byName, {x: Count})
merge(byName, `{"db": 1, "z": 2}`)
merge(`{}`, `[]`)
merge(Count)
not_null(null, Count, text)
to_array(Count)
to_array(list)
type(null)
&foo
[&foo]
type(&foo)
foo[
foo.
[a,]
{a: one, }
{a: one b: half}
length(one,)
length(foo text)
length()
lenght(foo)
(foo)
("foo")
"foo"(@)
foo[?bar
foo]
foo bar
foo == bar == text
!!foo
a.[b, c]
a.{b: b}
@.a
[0]
[*]
[]
[?@]
*.*
a[*]
foo-bar
foo = 1
$foo
-1
list[-1:]
list[1:2:3:4]
`[1, 2`
'open
"open
max_by(Instances, &Name).Name
max_by(mixed, &@)
sort_by(mixed, &@)
sort_by(empty, &@)
sort_by(Reservations[0].Instances, &Missing)
join(',', mixed)
max(mixed)
sum(texts)
map(foo, &bar)
'''.strip('\n').split('\n')


def install():
    """A virtual environment with the witnesses, kept from one run to the next."""
    python = os.path.join(FOLDER, 'bin', 'python')
    stamp = os.path.join(FOLDER, 'witnesses')
    wanted = ' '.join(WITNESSES)
    if not os.path.exists(stamp) or open(stamp).read() != wanted:
        venv.create(FOLDER, clear=True, with_pip=True)
        subprocess.run([python, '-m', 'pip', 'install', '--quiet',
                        '--disable-pip-version-check', *WITNESSES], check=True)
        with open(stamp, 'w') as out:
            out.write(wanted)
    return python


class Generator:
    """Expressions that fit the documents often enough, and are broken now and then."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        names = set()
        self.strings = set()

        def walk(value):
            if isinstance(value, dict):
                for key, inner in value.items():
                    names.add(key)
                    walk(inner)
            elif isinstance(value, list):
                for inner in value:
                    walk(inner)
            elif isinstance(value, str) and len(value) < 20:
                self.strings.add(value)
        for document in DOCUMENTS:
            walk(document)
        self.names = sorted(names)
        self.strings = sorted(self.strings)

    def pick(self, *choices):
        return self.random.choice(choices)

    def name(self, names=None):
        name = self.random.choice(names or self.names)
        plain = name.isascii() and name.isidentifier()
        return name if plain and self.random.random() < .95 else json.dumps(
            name, ensure_ascii=self.random.random() < .5)

    def literal(self):
        text = self.random.choice(self.strings)
        number = self.random.choice(['0', '1', '2', '-1', '10', '1.5', '8.0', '1e3', '2048', '-0',
                                     '18446744073709551617'])
        raw = "'%s'" % text.replace("'", "\\'")
        return self.pick(raw, raw, '`%s`' % number, '`%s`' % number,
                         '`%s`' % json.dumps(text).replace('`', '\\`'),
                         '`%s`' % text.replace('\\', '').replace('`', '\\`'),
                         '`null`', '`true`', '`false`', '`[]`', '`{}`', '`[1, "a"]`', '`{"a": 1}`')

    def index(self):
        number = lambda: self.pick('', '0', '1', '2', '-1', '-2', '5')
        return self.pick('[]', '[]', '[*]', '[0]', '[1]', '[-1]', '.*',
                         '[%s:%s]' % (number(), number()),
                         '[%s:%s:%s]' % (number(), number(), self.pick('1', '2', '-1', '-2')))

    def path(self, depth):
        """Mostly along what a document has."""
        value = self.random.choice(DOCUMENTS)
        key = self.random.choice(sorted(value))
        value, text = value[key], self.name([key])
        for _ in range(self.random.randrange(5)):
            kind = self.random.random()
            if isinstance(value, list) and kind < .8:
                text += self.pick('[]', '[]', '[*]', self.index())
                value = self.random.choice(value) if value else None
            elif isinstance(value, dict) and value and kind < .8:
                key = self.random.choice(sorted(value))
                text += '.' + self.name([key])
                value = value[key]
            elif kind < .5:
                text += '.' + self.name()
                value = None
            elif kind < .85 or depth <= 0:
                text += self.index()
            else:
                text += '[?%s]' % self.expression(depth - 1)
        return text

    def call(self, depth):
        inner = lambda: self.expression(depth - 1)
        reference = lambda: '&' + self.pick('@', self.name(), self.expression(0))
        name = self.pick('abs', 'avg', 'ceil', 'contains', 'ends_with', 'floor', 'join', 'keys',
                         'length', 'map', 'max', 'max_by', 'merge', 'min', 'min_by', 'not_null',
                         'reverse', 'sort', 'sort_by', 'starts_with', 'sum', 'to_array',
                         'to_number', 'to_string', 'type', 'values')
        if name in ('contains', 'ends_with', 'starts_with', 'join'):
            arguments = [inner(), inner()]
            if name == 'join':
                arguments = [self.literal(), 'map(&to_string(@), to_array(%s))' % inner()]
        elif name == 'map':
            arguments = [reference(), self.pick(inner(), 'to_array(%s)' % inner())]
        elif name.endswith('_by'):
            arguments = [inner(), reference()]
        elif name in ('merge', 'not_null'):
            arguments = [inner() for _ in range(self.random.randrange(1, 4))]
        else:
            arguments = [inner()]
        return '%s(%s)' % (name, ', '.join(arguments))

    def expression(self, depth):
        if depth <= 0:
            return self.pick(self.path(0), self.path(0), self.name(), self.literal(), '@')
        inner = lambda: self.expression(depth - 1)
        kind = self.random.randrange(13)
        if kind < 4:
            return self.path(depth)
        if kind < 6:
            return self.call(depth)
        if kind == 6:
            return '[%s]' % ', '.join(inner() for _ in range(self.random.randrange(1, 4)))
        if kind == 7:
            return '{%s}' % ', '.join('%s: %s' % (self.name(), inner())
                                      for _ in range(self.random.randrange(1, 4)))
        if kind == 8:
            return '%s %s %s' % (inner(), self.pick('==', '!=', '<', '<=', '>', '>='), inner())
        if kind == 9:
            return '%s %s %s' % (inner(), self.pick('||', '&&'), inner())
        if kind == 10:
            return '%s | %s' % (inner(), self.pick(inner(), '[0]', '[-1]', '[]', '@', 'length(@)'))
        if kind == 11:
            return self.pick('!%s', '(%s)', '(%s)[0]', '(%s).*') % inner()
        return '%s.%s' % (self.path(depth), self.pick(
            '[%s]' % inner(), '{%s: %s}' % (self.name(), inner())))

    def one(self):
        text = self.expression(self.random.randrange(1, 4))
        if self.random.random() < .07:
            at = self.random.randrange(len(text) + 1)
            end = at + self.random.randrange(3)
            text = text[:at] + self.pick('', '.', '[', ']', '(', '`', '"', "'", '|', ',', ' ') + text[end:]
        return text


def witness(expressions):
    """What awscli prints for each expression and document. Runs in the virtual environment."""
    import argparse as arguments
    import io
    import jmespath
    import jmespath.exceptions
    import jmespath.functions
    import jmespath.visitor
    import ruamel.yaml
    from awscli.formatter import JSONFormatter, TextFormatter

    compensated = sys.version_info >= (3, 12)
    signatures = jmespath.functions.Functions.FUNCTION_TABLE

    def calls_are_right(node):
        """Whether every function is known and has as many arguments as it takes."""
        if not isinstance(node, dict):
            return True
        if node['type'] == 'function_expression':
            known = signatures.get(node['value'])
            if known is None:
                return False
            wanted, given = len(known['signature']), len(node['children'])
            variadic = known['signature'] and known['signature'][-1].get('variadic')
            if given < wanted or (given > wanted and not variadic):
                return False
        return all(calls_are_right(child) for child in node.get('children', []))

    def has_reference(value):
        if isinstance(value, dict):
            return any(has_reference(inner) for inner in value.values())
        if isinstance(value, list):
            return any(has_reference(inner) for inner in value)
        return isinstance(value, jmespath.visitor._Expression)

    def yaml(value):
        """As awscli 2 does it: nothing for an empty object, and JSON for a scalar."""
        if value == {}:
            return ''
        if value is None or isinstance(value, (bool, int, float, str)):
            return json.dumps(value, ensure_ascii=False) + '\n'
        dumper = ruamel.yaml.YAML(typ='safe')
        dumper.encoding = None
        dumper.representer.default_flow_style = False
        out = io.StringIO()
        dumper.dump(value, out)
        return out.getvalue()

    def printed(formatter, query, document):
        out = io.StringIO()
        formatter(arguments.Namespace(query=query))('witness', json.loads(document), out)
        return out.getvalue()

    documents = [json.dumps(document) for document in DOCUMENTS]
    cases = []
    for text in expressions:
        try:
            query = jmespath.compile(text)
            right = calls_are_right(query.parsed)
        except (jmespath.exceptions.JMESPathError, ValueError):
            right = False
        if not right:
            cases.append({'expression': text, 'document': 0, 'error': 'compile'})
            continue
        if compensated and ('sum(' in text or 'avg(' in text):
            # Since 3.12 Python adds floats with compensation.
            continue
        for index, document in enumerate(documents):
            case = {'expression': text, 'document': index}
            cases.append(case)
            try:
                value = query.search(json.loads(document))
            except Exception:
                case['error'] = 'evaluate'
                continue
            if has_reference(value):
                case['error'] = 'evaluate'
                continue
            case['json'] = printed(JSONFormatter, query, document)
            # Of a value that holds its parts once, as the document does: json.loads made it anew.
            case['yaml'] = yaml(query.search(json.loads(document)))
            try:
                case['text'] = printed(TextFormatter, query, document)
            except AttributeError:
                # awscli's own failure, for a list of objects and other things.
                case['text'] = None
    return {'documents': documents, 'cases': cases}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--count', type=int, default=500)
    parser.add_argument('--table', metavar='FILE')
    parser.add_argument('--witness', metavar='FILE', help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.witness:
        expressions = [text for text in FIXED if text]
        if not args.table:
            generator = Generator(args.seed)
            seen = set(expressions)
            while len(expressions) < args.count:
                text = generator.one()
                if text and text not in seen:
                    seen.add(text)
                    expressions.append(text)
        found = witness(expressions)
        if args.table:
            # Of the many nulls of what does not fit one document is enough.
            seen = set()
            found['cases'] = [case for case in found['cases'] if case.get('json') != 'null\n' or (
                case['expression'] not in seen and not seen.add(case['expression']))]
        with open(args.witness, 'w') as out:
            out.write(json.dumps(found['documents'], indent=1).join(['{"documents": ', ',\n"cases": [\n']))
            out.write(',\n'.join(json.dumps(case, ensure_ascii=False) for case in found['cases']))
            out.write('\n]}\n')
        return
    python = install()
    path = args.table or os.path.join(FOLDER, 'cases.json')
    command = [python, os.path.abspath(__file__), '--witness', path, '--seed', str(args.seed),
               '--count', str(args.count)]
    subprocess.run(command + (['--table', path] if args.table else []), check=True)
    if not args.table:
        subprocess.run(['cargo', 'nextest', 'run', '--locked', '--lib', '--no-tests', 'fail',
                        '--run-ignored', 'only', 'cases_of_a_file'], check=True, cwd=ROOT,
                       stdin=subprocess.DEVNULL)


main()
