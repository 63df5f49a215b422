//! Converts serializable values, without JSON in between.

use std::fmt::Display;

use serde::ser::{self, Error as _, Serialize, Serializer};

use super::literal::Literal;
use super::number::{self, Number};
use super::value::{Arena, Value};

type Error = serde_json::Error;
type Result<'a> = std::result::Result<Value<'a>, Error>;

pub(super) fn value<'a, T: Serialize + ?Sized>(arena: &'a Arena, value: &T) -> Result<'a> {
    value.serialize(Builder { arena })
}

#[derive(Clone, Copy)]
struct Builder<'a> {
    arena: &'a Arena,
}

impl<'a> Builder<'a> {
    fn text(self, text: &str) -> std::result::Result<&'a str, Error> {
        self.arena.text(text).map_err(Error::custom)
    }

    fn integer(self, digits: &str) -> Result<'a> {
        match number::integer(digits) {
            Literal::Int(number) => Ok(Value::Number(Number::Int(number))),
            other => self.arena.literal(&other).map_err(Error::custom),
        }
    }

    fn tagged(self, key: &'static str, value: Value<'a>) -> Result<'a> {
        self.arena.object(&[(key, value)]).map_err(Error::custom)
    }
}

macro_rules! integers {
    ($($method:ident $type:ty),*) => {
        $(fn $method(self, number: $type) -> Result<'a> {
            match i64::try_from(number) {
                Ok(number) => Ok(Value::Number(Number::Int(number))),
                Err(_) => self.integer(&number.to_string()),
            }
        })*
    };
}

impl<'a> Serializer for Builder<'a> {
    type Ok = Value<'a>;
    type Error = Error;
    type SerializeSeq = List<'a>;
    type SerializeTuple = List<'a>;
    type SerializeTupleStruct = List<'a>;
    type SerializeTupleVariant = List<'a>;
    type SerializeMap = Entries<'a>;
    type SerializeStruct = Entries<'a>;
    type SerializeStructVariant = Entries<'a>;

    integers!(
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64,
        serialize_i128 i128, serialize_u8 u8, serialize_u16 u16, serialize_u32 u32,
        serialize_u64 u64, serialize_u128 u128
    );

    fn serialize_bool(self, value: bool) -> Result<'a> {
        Ok(Value::Bool(value))
    }

    fn serialize_f32(self, float: f32) -> Result<'a> {
        // The float with the same digits, as in JSON.
        let float = float.to_string().parse().map_err(Error::custom)?;
        self.serialize_f64(float)
    }

    /// Writes NaN and infinite floats as null, since JSON doesn't have them.
    fn serialize_f64(self, float: f64) -> Result<'a> {
        Ok(if float.is_finite() {
            Value::Number(Number::Float(float))
        } else {
            Value::Null
        })
    }

    fn serialize_char(self, letter: char) -> Result<'a> {
        self.serialize_str(letter.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<'a> {
        self.text(text).map(Value::String)
    }

    fn serialize_bytes(self, bytes: &[u8]) -> Result<'a> {
        bytes.serialize(self)
    }

    fn serialize_none(self) -> Result<'a> {
        Ok(Value::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<'a> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<'a> {
        Ok(Value::Null)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<'a> {
        Ok(Value::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> Result<'a> {
        Ok(Value::String(name))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<'a> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        value: &T,
    ) -> Result<'a> {
        let value = value.serialize(self)?;
        self.tagged(name, value)
    }

    fn serialize_seq(self, length: Option<usize>) -> std::result::Result<List<'a>, Error> {
        Ok(List {
            builder: self,
            tag: None,
            items: Vec::with_capacity(length.unwrap_or(0)),
        })
    }

    fn serialize_tuple(self, length: usize) -> std::result::Result<List<'a>, Error> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> std::result::Result<List<'a>, Error> {
        self.serialize_seq(Some(length))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        length: usize,
    ) -> std::result::Result<List<'a>, Error> {
        let list = self.serialize_seq(Some(length))?;
        Ok(List {
            tag: Some(name),
            ..list
        })
    }

    fn serialize_map(self, length: Option<usize>) -> std::result::Result<Entries<'a>, Error> {
        Ok(Entries {
            builder: self,
            tag: None,
            key: None,
            members: Vec::with_capacity(length.unwrap_or(0)),
        })
    }

    fn serialize_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> std::result::Result<Entries<'a>, Error> {
        self.serialize_map(Some(length))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
        length: usize,
    ) -> std::result::Result<Entries<'a>, Error> {
        let entries = self.serialize_map(Some(length))?;
        Ok(Entries {
            tag: Some(name),
            ..entries
        })
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<'a> {
        self.serialize_str(&value.to_string())
    }
}

/// A list under construction.
struct List<'a> {
    builder: Builder<'a>,
    tag: Option<&'static str>,
    items: Vec<Value<'a>>,
}

impl<'a> List<'a> {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> std::result::Result<(), Error> {
        self.items.push(value.serialize(self.builder)?);
        Ok(())
    }

    fn done(self) -> Result<'a> {
        let list = self.builder.arena.array(&self.items);
        let list = list.map_err(Error::custom)?;
        match self.tag {
            Some(tag) => self.builder.tagged(tag, list),
            None => Ok(list),
        }
    }
}

macro_rules! list {
    ($($trait:ident $method:ident),*) => {
        $(impl<'a> ser::$trait for List<'a> {
            type Ok = Value<'a>;
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(
                &mut self,
                value: &T,
            ) -> std::result::Result<(), Error> {
                self.push(value)
            }

            fn end(self) -> Result<'a> {
                self.done()
            }
        })*
    };
}

list!(
    SerializeSeq serialize_element,
    SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field,
    SerializeTupleVariant serialize_field
);

/// An object under construction.
struct Entries<'a> {
    builder: Builder<'a>,
    tag: Option<&'static str>,
    key: Option<&'a str>,
    members: Vec<(&'a str, Value<'a>)>,
}

impl<'a> Entries<'a> {
    fn push<T: Serialize + ?Sized>(
        &mut self,
        key: &'a str,
        value: &T,
    ) -> std::result::Result<(), Error> {
        self.members.push((key, value.serialize(self.builder)?));
        Ok(())
    }

    fn done(self) -> Result<'a> {
        let object = self.builder.arena.object(&self.members);
        let object = object.map_err(Error::custom)?;
        match self.tag {
            Some(tag) => self.builder.tagged(tag, object),
            None => Ok(object),
        }
    }
}

impl<'a> ser::SerializeMap for Entries<'a> {
    type Ok = Value<'a>;
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> std::result::Result<(), Error> {
        self.key = Some(match key.serialize(self.builder)? {
            Value::String(text) => text,
            Value::Number(number) => self.builder.text(&number.text())?,
            Value::Bool(value) => {
                if value {
                    "true"
                } else {
                    "false"
                }
            }
            _ => return Err(Error::custom("a key is no string")),
        });
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(
        &mut self,
        value: &T,
    ) -> std::result::Result<(), Error> {
        let key = self.key.take().unwrap_or_default();
        self.push(key, value)
    }

    fn end(self) -> Result<'a> {
        self.done()
    }
}

macro_rules! fields {
    ($($trait:ident),*) => {
        $(impl<'a> ser::$trait for Entries<'a> {
            type Ok = Value<'a>;
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> std::result::Result<(), Error> {
                self.push(key, value)
            }

            fn end(self) -> Result<'a> {
                self.done()
            }
        })*
    };
}

fields!(SerializeStruct, SerializeStructVariant);
