//! Closed sets of values that have a stable name in files: street classes, building uses, roof shapes.

/// A value out of a closed set, with the name it has in files and in the locales (`<set>-<name>`).
pub trait Choice: Copy + Sized + 'static {
    /// Name of the set in the locales, kebab case.
    const SET: &'static str;
    /// Every value, in the order in which people see them.
    const ALL: &'static [Self];
    /// The stable name of this value, kebab case.
    fn name(self) -> &'static str;

    /// The value of that name.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.name() == name)
    }
}

/// Declares a [`Choice`]: `choice! { /// doc  pub enum Kind in "set" { /// doc  A = "a", … } }`. The first value is the default.
#[macro_export]
macro_rules! choice {
    ($(#[$meta:meta])* pub enum $Type:ident in $set:literal { $(#[$first_meta:meta])* $First:ident = $first:literal $(, $(#[$value_meta:meta])* $Value:ident = $name:literal)* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $Type {
            $(#[$first_meta])* #[default] $First,
            $($(#[$value_meta])* $Value,)*
        }
        impl $crate::twin::model::choice::Choice for $Type {
            const SET: &'static str = $set;
            const ALL: &'static [Self] = &[Self::$First, $(Self::$Value),*];
            fn name(self) -> &'static str {
                match self { Self::$First => $first, $(Self::$Value => $name),* }
            }
        }
    };
}
