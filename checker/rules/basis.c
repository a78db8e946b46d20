/* The provision that a rule rests on, in words. What was only recalled is called good practice, never quoted as a duty. */
#include "rules/engine.h"

static enum word basis_word(const struct rule_info *i)
{
    bool place = i->place.p != NULL;
    if (str_eqz(str_of(i->status), "arithmetic")) return i->regulation.p ? W_basis_arithmetic_of : W_basis_arithmetic;
    if (str_eqz(str_of(i->status), "logic")) return i->regulation.p ? W_basis_logic_of : W_basis_logic;
    if (!i->regulation.p || str_eqz(str_of(i->status), "convention")) return i->regulation.p ? W_basis_convention_of : W_basis_convention;
    if (str_eqz(str_of(i->status), "recalled")) return W_basis_recalled;
    if (str_eqz(str_of(i->status), "copy")) return place ? W_basis_copy_place : W_basis_copy;
    return place ? W_basis_verified_place : W_basis_verified;
}

void compose_basis(struct loader *l, struct rule *r)
{
    for (int i = 0; i < 2; i++) r->basis.v[i] = word_format(l->a, basis_word(&r->info), (enum lang)i, r->info.regulation, r->info.place);
}
