/* The provision that a rule rests on, in words. What was only recalled is called good practice, never quoted as a duty. */
#include "rules/engine.h"

static enum word basis_word(const struct rule_info *i)
{
    bool place = i->place.p != NULL;
    if (str_eqz(str_of(i->status), "register")) return W_basis_register;
    if (str_eqz(str_of(i->status), "arithmetic")) return i->regulation.p ? W_basis_arithmetic_of : W_basis_arithmetic;
    if (str_eqz(str_of(i->status), "logic")) return i->regulation.p ? W_basis_logic_of : W_basis_logic;
    if (!i->regulation.p || str_eqz(str_of(i->status), "convention")) return i->regulation.p ? W_basis_convention_of : W_basis_convention;
    if (str_eqz(str_of(i->status), "recalled")) return W_basis_recalled;
    if (str_eqz(str_of(i->status), "copy")) return place ? W_basis_copy_place : W_basis_copy;
    return place ? W_basis_verified_place : W_basis_verified;
}

struct str compose_basis(struct arena *a, const struct rule_info *i, enum lang lang)
{
    return word_format(a, basis_word(i), lang, i->regulation, i->place);
}
