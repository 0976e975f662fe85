//! Length ‖ content ‖ zeros, so that two check-ins look alike whatever they say.

use super::error::SealError;

/// The shortest plaintext that is ever sealed.
const LEAST: usize = 512;
const HEAD: usize = 4;

/// Padmé (Nikitin et al., PURBs, 2019): leaks at most O(log log n) bits of the length, costs at most 12 %.
fn padded(len: usize) -> usize {
    if len <= LEAST {
        return LEAST;
    }
    let exponent = usize::BITS - 1 - len.leading_zeros();
    let bits = u32::BITS - exponent.leading_zeros();
    let mask = (1_usize << (exponent - bits)) - 1;
    (len + mask) & !mask
}

/// Pads `content`.
pub fn pad(content: &[u8]) -> Result<Vec<u8>, SealError> {
    let len = u32::try_from(content.len()).map_err(|_| SealError::Damaged)?;
    let mut out = Vec::with_capacity(padded(HEAD + content.len()));
    out.extend_from_slice(&len.to_le_bytes());
    out.extend_from_slice(content);
    out.resize(padded(HEAD + content.len()), 0);
    Ok(out)
}

/// The content of a padded plaintext.
pub fn unpad(plain: &[u8]) -> Result<&[u8], SealError> {
    let (head, rest) = plain.split_first_chunk::<HEAD>().ok_or(SealError::Damaged)?;
    let len = usize::try_from(u32::from_le_bytes(*head)).map_err(|_| SealError::Damaged)?;
    let content = rest.get(..len).ok_or(SealError::Damaged)?;
    if plain.len() != padded(HEAD + len) || rest.iter().skip(len).any(|byte| *byte != 0) {
        return Err(SealError::Damaged);
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_contents_are_all_the_same_size() {
        assert_eq!(pad(b"").unwrap().len(), pad(&[7; 508]).unwrap().len());
    }

    #[test]
    fn padding_costs_at_most_an_eighth_and_never_shrinks() {
        for len in (0..100_000).step_by(37) {
            let out = padded(len);
            assert!(out >= len && out <= LEAST.max(len + len / 8), "{len} became {out}");
        }
    }
}
