package uk.smartenergy.incident.regulatory.web;

import java.util.Comparator;
import uk.smartenergy.incident.api.regulatory.ActionView;

/** What actions may be sorted by. */
enum ActionSort {
    DUE_ON("dueOn", Comparator.comparing(ActionView::dueOn)),
    DUE_ON_DOWN("-dueOn", Comparator.comparing(ActionView::dueOn).reversed()),
    RAISED_AT("raisedAt", Comparator.comparing(ActionView::raisedAt)),
    RAISED_AT_DOWN("-raisedAt", Comparator.comparing(ActionView::raisedAt).reversed());

    private final String inQuery;
    private final Comparator<ActionView> order;

    ActionSort(String inQuery, Comparator<ActionView> order) {
        this.inQuery = inQuery;
        this.order = order.thenComparing(ActionView::id);
    }

    String inQuery() {
        return inQuery;
    }

    Comparator<ActionView> order() {
        return order;
    }
}
